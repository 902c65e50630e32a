package lanline.core.event;

import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.model.LinkId;
import lanline.core.text.SafeText;

/** What the network did. Problems are sentences for people, without addresses that the event names already. */
public sealed interface NetworkEvent extends Event {
    /** A UDP datagram came in on {@code localPort}; {@code from} is its source and all that is known of the sender. */
    record DatagramReceived(Endpoint from, int localPort, Bytes payload) implements NetworkEvent {}

    /** Somebody connected to {@code localPort}. */
    record LinkAccepted(LinkId link, Endpoint from, int localPort) implements NetworkEvent {}

    /** A dial succeeded. */
    record LinkOpened(LinkId link) implements NetworkEvent {}

    /** Bytes in the order of the stream, cut anywhere. */
    record BytesReceived(LinkId link, Bytes bytes) implements NetworkEvent {}

    /** The other side has said all it will say; our side may still be open. */
    record InputEnded(LinkId link) implements NetworkEvent {}

    /** The link is gone, the dial failed, or it was closed by us ({@code problem} empty). Always the last of a link. */
    record LinkClosed(LinkId link, SafeText problem) implements NetworkEvent {}

    /** The networks that announcements can go out on, now; the first such event follows the start. */
    record InterfacesChanged(List<LanInterface> interfaces) implements NetworkEvent {
        public InterfacesChanged {
            interfaces = List.copyOf(interfaces);
        }
    }

    /** A datagram could not be sent to {@code to}. */
    record DatagramUnsent(Endpoint to, SafeText problem) implements NetworkEvent {}

    /** UDP is heard on {@code port}. */
    record UdpOpened(int port) implements NetworkEvent {}

    /** UDP can't be heard on {@code port}: somebody else holds it alone. */
    record UdpUnavailable(int port, SafeText problem) implements NetworkEvent {}

    /** A host named by {@code --peer} was found. */
    record PeerHostFound(Endpoint host) implements NetworkEvent {}

    /** TCP is listened for on {@code port}, which older programs have agreed on: no other one would do. */
    record FixedTcpOpened(int port) implements NetworkEvent {}

    /** Another program of this host listens on {@code port}, which is no use with any other number. */
    record FixedTcpUnavailable(int port, SafeText problem) implements NetworkEvent {}

    /** TCP is listened for on {@code port}; {@code wanted} is the port asked for, which another program of this host may hold. */
    record TcpOpened(int port, int wanted) implements NetworkEvent {}

    /** The other end of {@code link} is a program of this machine, which runs under {@code account}: the system says so. */
    record AccountFound(LinkId link, SafeText account) implements NetworkEvent {}
}
