package lanline.testing;

import java.util.ArrayList;
import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.model.LinkId;
import lanline.core.port.Network;

/** A network that does nothing but write down what it is asked, in one line each. */
public final class WrittenNetwork implements Network {
    private final List<String> asked = new ArrayList<>();
    private final List<Bytes> datagrams = new ArrayList<>();
    private long links;

    /** What was asked since the last call. */
    public List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** The datagrams that were sent since the last call. */
    public List<Bytes> datagrams() {
        List<Bytes> all = List.copyOf(datagrams);
        datagrams.clear();
        return all;
    }

    @Override
    public LinkId dial(Endpoint to, int timeoutMillis) {
        LinkId link = new LinkId(++links);
        asked.add("dial " + link.number() + " " + to);
        return link;
    }

    @Override
    public void transmit(LinkId link, Bytes bytes) {
        asked.add("transmit " + link.number() + " " + bytes.toText());
    }

    @Override
    public void finish(LinkId link) {
        asked.add("finish " + link.number());
    }

    @Override
    public void close(LinkId link) {
        asked.add("close " + link.number());
    }

    @Override
    public void broadcast(LanInterface on, int port, Bytes payload) {
        asked.add("broadcast " + on.broadcast() + ":" + port);
        datagrams.add(payload);
    }

    @Override
    public void unicast(Endpoint to, Bytes payload) {
        asked.add("unicast " + to);
        datagrams.add(payload);
    }
}
