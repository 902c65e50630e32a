package lanline.edge.net;

import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.text.SafeText;

/** Which of the machine's networks announcements go out on. Immutable; never asks a name server. */
public final class Interfaces {
    /**
     * Names of what is no network of people: tunnels, and the bridges of containers and virtual machines. They are left out unless
     * somebody names them; a bridge of real networks is usually called br0.
     */
    private static final Pattern NOT_A_LAN = Pattern.compile(
            "(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|cali|podman"
                    + "|lxcbr|lxdbr|incusbr|kube|nodelocaldns|tun|tap|wg|ppp|utun|zt|tailscale|nebula|gpd|awdl|llw|bridge1\\d\\d).*");

    /** The same on Windows, where the name is a number and the description tells. */
    private static final Pattern NOT_A_LAN_BY_DESCRIPTION = Pattern.compile(
            ".*(virtualbox|vmware|hyper-v|wsl|tap-windows|wireguard|tailscale|zerotier|wintun).*",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> chosen;

    /** {@code chosen} as {@code --interface} names them; empty for every usable one. Loopback is always among them. */
    public Interfaces(List<String> chosen) {
        this.chosen = Set.copyOf(chosen);
    }

    /** The networks that can be used now, loopback last. An interface that vanishes while it is read counts as not there. */
    public List<LanInterface> usable() throws SocketException {
        List<LanInterface> networks = new ArrayList<>();
        List<LanInterface> loopback = new ArrayList<>();
        for (NetworkInterface candidate : all()) {
            try {
                if (candidate.isUp() && candidate.isLoopback()) {
                    networksOf(candidate).stream()
                            .filter(LanInterface::isLoopback)
                            .forEach(loopback::add);
                } else if (candidate.isUp() && isWanted(candidate)) {
                    networks.addAll(networksOf(candidate));
                }
            } catch (SocketException vanished) {
                // It went between being listed and being asked; the next reading shows the same.
            }
        }
        return Stream.concat(networks.stream(), loopback.stream().limit(1)).toList();
    }

    /** Sentences about interfaces that were chosen and can't be used now. */
    public List<SafeText> missing() {
        List<SafeText> sentences = new ArrayList<>();
        for (String name : chosen.stream().sorted().toList()) {
            doubt(name)
                    .ifPresent(doubt -> sentences.add(SafeText.line(
                            "Interface " + name + " " + doubt + "; it is used as soon as that changes.")));
        }
        return sentences;
    }

    static boolean isLan(String name, String description) {
        return !NOT_A_LAN.matcher(name).matches()
                && !NOT_A_LAN_BY_DESCRIPTION.matcher(description).matches();
    }

    private Optional<String> doubt(String name) {
        try {
            NetworkInterface named = NetworkInterface.getByName(name);
            if (named == null) {
                // Java doesn't show an interface that is down and has no address.
                return Optional.of("is not there or has no address (there are: " + String.join(", ", names()) + ")");
            }
            if (!named.isUp()) {
                return Optional.of("is down");
            }
            return networksOf(named).isEmpty() ? Optional.of("has no IPv4 network") : Optional.empty();
        } catch (SocketException unreadable) {
            return Optional.of("can't be read");
        }
    }

    private static List<String> names() throws SocketException {
        return all().stream().map(NetworkInterface::getName).sorted().toList();
    }

    private static List<NetworkInterface> all() throws SocketException {
        return Collections.list(NetworkInterface.getNetworkInterfaces());
    }

    private boolean isWanted(NetworkInterface candidate) throws SocketException {
        if (!chosen.isEmpty()) {
            return chosen.contains(candidate.getName());
        }
        String description = candidate.getDisplayName() == null ? "" : candidate.getDisplayName();
        return !candidate.isPointToPoint() && isLan(candidate.getName(), description);
    }

    /** One a broadcast address: a second own address in the same network would announce us twice to the same people. */
    private static List<LanInterface> networksOf(NetworkInterface owner) {
        Map<HostAddress, LanInterface> byBroadcast = new LinkedHashMap<>();
        for (InterfaceAddress own : owner.getInterfaceAddresses()) {
            LanInterface.of(owner.getName(), Addresses.host(own.getAddress()), own.getNetworkPrefixLength())
                    .filter(network -> network.address().text().indexOf(':') < 0)
                    .ifPresent(network -> byBroadcast.putIfAbsent(network.broadcast(), network));
        }
        return List.copyOf(byBroadcast.values());
    }
}
