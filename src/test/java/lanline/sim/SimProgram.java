package lanline.sim;

import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;

/** Something that runs on a simulated machine and hears of its network. */
interface SimProgram {
    int udpPort();

    int tcpPort();

    SimMachine machine();

    /** True if it hears broadcasts to that port. */
    default boolean hears(int port) {
        return port == udpPort();
    }

    /** True if that port of its machine is its own. */
    default boolean listensAt(int port) {
        return port == tcpPort();
    }

    /** True once it takes connections to that port. */
    default boolean accepts(int port) {
        return listensAt(port);
    }

    default void datagram(Endpoint from, int port, Bytes payload) {
        datagram(from, payload);
    }

    default void accepted(SimLink.Side side, Endpoint from, int port) {
        accepted(side, from);
    }

    void datagram(Endpoint from, Bytes payload);

    void accepted(SimLink.Side side, Endpoint from);

    void opened(SimLink.Side side);

    void bytes(SimLink.Side side, Bytes bytes);

    void inputEnded(SimLink.Side side);

    void closed(SimLink.Side side, String problem);

    /** True if TCP may cut what arrives here anywhere; older programs lose messages that are cut, so nobody cuts theirs. */
    boolean copesWithCuts();
}
