package lanline.sim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lanline.core.event.NetworkEvent;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.model.LinkId;
import lanline.core.port.Network;
import lanline.core.text.SafeText;

/** One process's view of the simulated LAN. */
final class SimNetwork implements Network {
    private final SimLan lan;
    private final SimProgram program;
    private final Flaw flaw;
    private final Consumer<NetworkEvent> tell;
    private final Map<LinkId, SimLink.Side> sides = new HashMap<>();
    private final Map<SimLink.Side, LinkId> ids = new HashMap<>();
    private final Set<LanInterface> announcedOn = new HashSet<>();
    private Optional<Bytes> firstAnnouncement = Optional.empty();
    private long made;

    SimNetwork(SimLan lan, SimProgram program, Flaw flaw, Consumer<NetworkEvent> tell) {
        this.lan = lan;
        this.program = program;
        this.flaw = flaw;
        this.tell = tell;
    }

    LinkId idOf(SimLink.Side side) {
        LinkId known = ids.get(side);
        if (known != null) {
            return known;
        }
        LinkId id = new LinkId(++made);
        sides.put(id, side);
        ids.put(side, id);
        return id;
    }

    /** The connection behind a link that is open. */
    SimLink linkOf(LinkId id) {
        return Objects.requireNonNull(sides.get(id), "a link that is gone").link();
    }

    boolean isOpen(LinkId id) {
        return sides.containsKey(id);
    }

    void closed(SimLink.Side side, String problem) {
        LinkId id = idOf(side);
        sides.remove(id);
        tell.accept(new NetworkEvent.LinkClosed(id, SafeText.line(problem)));
    }

    void abandonAll(Consumer<SimLink.Side> how) {
        sides.values().forEach(how);
        sides.clear();
    }

    int openLinks() {
        return sides.size();
    }

    @Override
    public LinkId dial(Endpoint to, int timeoutMillis) {
        return idOf(lan.dial(program, to, timeoutMillis));
    }

    @Override
    public void transmit(LinkId link, Bytes bytes) {
        SimLink.Side side = sides.get(link);
        if (side != null) {
            side.transmit(bytes);
        }
    }

    @Override
    public void finish(LinkId link) {
        SimLink.Side side = sides.get(link);
        if (side != null) {
            side.finish();
        }
    }

    @Override
    public void close(LinkId link) {
        SimLink.Side side = sides.get(link);
        if (side != null) {
            side.close();
        }
    }

    @Override
    public void broadcast(LanInterface on, int port, Bytes payload) {
        boolean isFirst = announcedOn.add(on);
        if (firstAnnouncement.isEmpty()) {
            firstAnnouncement = Optional.of(payload);
        }
        if (isFirst || flaw != Flaw.ANNOUNCES_ONCE) {
            boolean staysAtFirst = flaw == Flaw.ANNOUNCES_THE_FIRST_NAME;
            lan.broadcast(program, on, port, staysAtFirst ? firstAnnouncement.get() : payload);
        }
    }

    @Override
    public void unicast(Endpoint to, Bytes payload) {
        lan.unicast(program, to, payload);
    }
}
