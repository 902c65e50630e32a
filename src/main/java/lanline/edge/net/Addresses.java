package lanline.edge.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;

/** Between the core's addresses and those of sockets. Never looks a name up: every text here is a number already. */
final class Addresses {
    private Addresses() {}

    /** Throws where the text has the look of an IPv6 address and is none, or names an interface that is not there. */
    static InetSocketAddress socketAddress(Endpoint endpoint) throws UnknownHostException {
        return new InetSocketAddress(address(endpoint.host()), endpoint.port());
    }

    static InetAddress address(HostAddress host) throws UnknownHostException {
        return InetAddress.getByName(host.text());
    }

    static Endpoint endpoint(SocketAddress address) {
        InetSocketAddress internet = (InetSocketAddress) address;
        return new Endpoint(host(internet.getAddress()), internet.getPort());
    }

    static HostAddress host(InetAddress address) {
        String text = address.getHostAddress();
        // After the percent sign comes the interface, whose name may hold anything.
        return HostAddress.parse(text).orElseGet(() -> new HostAddress(text.substring(0, text.indexOf('%'))));
    }

    /** False too where the system does not tell. */
    static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException untold) {
            // What is not known to be here is somewhere else.
            return false;
        }
    }

    static ProtocolFamily family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6;
    }
}
