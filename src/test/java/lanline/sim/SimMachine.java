package lanline.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;

/** A host of the simulated LAN: its networks, whether it is on, and what runs on it. */
final class SimMachine {
    final String name;
    final List<SimProgram> programs = new ArrayList<>();
    List<LanInterface> interfaces;
    boolean isOn = true;
    /** Machines of different groups don't reach each other. */
    int group;
    /** Every connection to it is refused, as by a firewall. */
    boolean refuses;

    SimMachine(String name, List<LanInterface> interfaces) {
        this.name = name;
        this.interfaces = interfaces;
    }

    /** Its networks, with the one inside the machine. */
    List<LanInterface> allInterfaces() {
        List<LanInterface> all = new ArrayList<>(interfaces);
        all.add(LanInterface.LOOPBACK);
        return all;
    }

    boolean has(HostAddress address) {
        return address.isLoopback()
                || interfaces.stream().anyMatch(on -> on.address().equals(address));
    }

    /** The own address in the network in which {@code other} lies; empty if there is none. */
    Optional<HostAddress> addressTowards(HostAddress other) {
        if (other.isLoopback()) {
            return Optional.of(LanInterface.LOOPBACK.address());
        }
        return interfaces.stream().filter(on -> on.holds(other)).findFirst().map(LanInterface::address);
    }

    boolean sharesNetworkWith(SimMachine other) {
        return this == other
                || other.interfaces.stream()
                        .anyMatch(there -> addressTowards(there.address()).isPresent());
    }

    /** The one that {@code port} belongs to, if one listens there. */
    Optional<SimProgram> listener(int port) {
        return programs.stream().filter(program -> program.listensAt(port)).findFirst();
    }
}
