package lanline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;

/** The wires: datagrams with seeded delay, loss, doubles and reordering; connections; partitions. */
final class SimLan {
    private static final int EPHEMERAL_PORT = 50_000;

    final Agenda agenda;
    final List<SimMachine> machines = new ArrayList<>();
    final Wiretap wiretap = new Wiretap();

    /** Who takes connections that are meant for another place: somebody in the middle. */
    final Map<Endpoint, SimProgram> diverted = new HashMap<>();

    /** What the network broke off. */
    final Set<SimLink> broken = new HashSet<>();

    /** Whose own words, or the end of them, a partition held up. */
    final Set<SimMachine> heldUp = new HashSet<>();
    /** Broadcasts that each program has made. */
    final Map<SimProgram, Integer> broadcasts = new HashMap<>();

    double loss;
    double doubles;
    /** How often a connection is reset when one side has said all, after it has arrived. */
    double resets;
    /** How often a connection that carries a session is reset, a piece of what is said there: anywhere. */
    double breaks;

    int mostDelay = 2;

    SimLan(Agenda agenda) {
        this.agenda = agenda;
    }

    SimMachine add(String name, List<LanInterface> interfaces) {
        SimMachine machine = new SimMachine(name, interfaces);
        machines.add(machine);
        return machine;
    }

    boolean isCut(SimMachine one, SimMachine other) {
        return !one.isOn || !other.isOn || one != other && one.group != other.group;
    }

    void heal() {
        machines.forEach(machine -> {
            machine.group = 0;
            machine.refuses = false;
            machine.isOn = true;
        });
        loss = 0;
        doubles = 0;
        resets = 0;
        breaks = 0;
        diverted.clear();
    }

    void broadcast(SimProgram from, LanInterface on, int port, Bytes payload) {
        SimMachine source = from.machine();
        if (!source.has(on.address())) {
            return;
        }
        broadcasts.merge(from, 1, Integer::sum);
        broadcast(source, new Endpoint(on.address(), EPHEMERAL_PORT), on, new Datagram(port, payload));
    }

    /** A datagram that says to come from {@code sender}, and in truth comes from {@code source}. */
    void forge(SimMachine source, Endpoint sender, LanInterface on, int port, Bytes payload) {
        broadcast(source, sender, on, new Datagram(port, payload));
    }

    private void broadcast(SimMachine source, Endpoint sender, LanInterface on, Datagram datagram) {
        wiretap.hear(datagram.payload());
        for (SimMachine machine : machines) {
            boolean hears = machine == source
                    || !on.isLoopback()
                            && machine.interfaces.stream()
                                    .anyMatch(there -> there.broadcast().equals(on.broadcast()));
            if (hears) {
                List.copyOf(machine.programs).stream()
                        .filter(program -> program.hears(datagram.port()))
                        .forEach(program -> send(source, sender, program, datagram));
            }
        }
    }

    /** Reaches only the last one that bound the port ({@code decisions.md} 11). */
    void unicast(SimProgram from, Endpoint to, Bytes payload) {
        Optional<SimMachine> target = machineAt(to.host());
        Optional<HostAddress> source = from.machine().addressTowards(to.host());
        if (target.isPresent() && source.isPresent()) {
            target.get().programs.stream()
                    .filter(program -> program.hears(to.port()))
                    .reduce((one, other) -> other)
                    .ifPresent(program -> send(
                            from.machine(),
                            new Endpoint(source.get(), EPHEMERAL_PORT),
                            program,
                            new Datagram(to.port(), payload)));
        }
    }

    private record Datagram(int port, Bytes payload) {}

    private void send(SimMachine source, Endpoint sender, SimProgram to, Datagram datagram) {
        boolean isLocal = to.machine() == source;
        int copies = !isLocal && agenda.chance(loss) ? 0 : agenda.chance(doubles) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            agenda.in(agenda.between(0, isLocal ? 1 : mostDelay), () -> {
                if (!isCut(source, to.machine()) && to.machine().programs.contains(to)) {
                    to.datagram(sender, datagram.port(), datagram.payload());
                }
            });
        }
    }

    Optional<SimMachine> machineAt(HostAddress address) {
        return machines.stream()
                .filter(machine ->
                        machine.interfaces.stream().anyMatch(on -> on.address().equals(address)))
                .findFirst();
    }

    /** Dials: {@code opened} or {@code closed} of the dialling program follows. */
    SimLink.Side dial(SimProgram from, Endpoint to, int timeoutMillis) {
        SimLink link = new SimLink(this, from, to);
        long deadline = agenda.now() + timeoutMillis;
        agenda.in(agenda.between(0, mostDelay), () -> tryToReach(link, to, deadline, timeoutMillis));
        return link.dialler;
    }

    private void tryToReach(SimLink link, Endpoint to, long deadline, int timeoutMillis) {
        SimMachine source = link.dialler.machine();
        SimProgram between = to.host().isLoopback() ? null : diverted.get(to);
        SimProgram inTheMiddle = between == link.dialler.owner ? null : between;
        Optional<SimMachine> target = to.host().isLoopback()
                ? Optional.of(source)
                : inTheMiddle == null ? machineAt(to.host()) : Optional.of(inTheMiddle.machine());
        Optional<HostAddress> own = source.addressTowards(to.host());
        if (target.isEmpty() || own.isEmpty() || isCut(source, target.get())) {
            if (agenda.now() >= deadline) {
                link.dialler.reset("no answer in " + timeoutMillis / 1_000.0 + " s");
            } else {
                agenda.in(Math.min(200, deadline - agenda.now()), () -> tryToReach(link, to, deadline, timeoutMillis));
            }
            return;
        }
        Optional<SimProgram> listener = inTheMiddle != null
                ? Optional.of(inTheMiddle)
                : target.get().refuses
                        ? Optional.empty()
                        : target.get().listener(to.port()).filter(program -> program.accepts(to.port()));
        if (listener.isPresent()) {
            Endpoint from = new Endpoint(own.get(), EPHEMERAL_PORT + agenda.between(1, 9_999));
            link.open(listener.get(), from, to.port());
        } else {
            link.dialler.reset("connection refused");
        }
    }
}
