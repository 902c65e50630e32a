package lanline.core.link;

import java.util.List;
import java.util.random.RandomGenerator;
import lanline.core.event.EventBus;
import lanline.core.model.Endpoint;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Party;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;
import lanline.core.session.Frame;
import lanline.core.session.OwnSide;

/**
 * All sessions with other Lanlines: dials who announced itself, takes over who dials, keeps them alive, one with each instance. Tells
 * SessionUp, SessionDown, SessionFailed and what is heard. Lives on the bus thread.
 */
public final class Sessions {
    /** What sessions need of the world. */
    public record World(EventBus bus, Network network, TimeSource time, RandomGenerator random) {}

    public Sessions(World world, OwnSide own) {}

    /** The live sessions with {@code id}, one an instance, the newest first. */
    public List<Party> with(LanlineId id) {
        return List.of();
    }

    /** Says something in the session on {@code link}; false if it no longer stands, and nothing was said. */
    public boolean say(LinkId link, Frame frame) {
        return false;
    }

    /** Something waits for {@code id}: dials it now where it may be, within the limits for dials, unless a session stands. */
    public void want(LanlineId id, List<Endpoint> at) {}

    /** Ends every session with {@code id}, and why. */
    public void close(LanlineId id, Frame.Bye.Reason reason) {}
}
