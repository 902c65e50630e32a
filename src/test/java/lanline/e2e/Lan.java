package lanline.e2e;

import java.util.ArrayList;
import java.util.List;

/** Hosts on a switch, 10.88.0.1 and up; each host is a namespace whose interface is {@code eth0}. */
final class Lan implements AutoCloseable {
    private static final String NETWORK = "10.88.0.";

    private final Namespace hub;
    private final List<Namespace> hosts = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final int prefixLength;
    private int moves;

    private Lan(Namespace hub, int prefixLength) {
        this.hub = hub;
        this.prefixLength = prefixLength;
    }

    static Lan of(int hosts, int prefixLength) {
        Lan lan = new Lan(Namespace.first(), prefixLength);
        lan.hub.sh("ip link add br0 type bridge stp_state 0 forward_delay 0 && ip link set br0 up");
        for (int number = 1; number <= hosts; number++) {
            lan.addHost(number);
        }
        return lan;
    }

    private void addHost(int number) {
        Namespace host = hub.another();
        hosts.add(host);
        addresses.add(NETWORK + number);
        hub.sh("ip link add v" + number + " type veth peer name eth0 netns " + host.pid() + "; ip link set v" + number
                + " master br0 up");
        host.sh("ip addr add " + address(number) + "/" + prefixLength + " broadcast + dev eth0; ip link set eth0 up");
    }

    /** Hosts count from 1. */
    Namespace host(int number) {
        return hosts.get(number - 1);
    }

    String address(int number) {
        return addresses.get(number - 1);
    }

    /** Gives a host an address that nobody here has had: to all others it is another machine. Returns its last number. */
    int move(int number) {
        moves++;
        int last = hosts.size() + moves;
        addresses.set(number - 1, NETWORK + last);
        host(number)
                .sh("ip addr flush dev eth0; ip addr add " + address(number) + "/" + prefixLength
                        + " broadcast + dev eth0");
        return last;
    }

    /** Gives a host more addresses, 10.88.0.{@code first} to {@code last}. */
    void addAddresses(int number, int first, int last) {
        String each = "addr replace " + NETWORK + "&/" + prefixLength + " dev eth0";
        host(number).sh("seq " + first + " " + last + " | sed 's|.*|" + each + "|' | ip -batch -");
    }

    /** The switch: commands there cut cables and filter what passes ({@code v1} leads to host 1). */
    Namespace hub() {
        return hub;
    }

    @Override
    public void close() {
        hosts.forEach(Namespace::close);
        hub.close();
    }
}
