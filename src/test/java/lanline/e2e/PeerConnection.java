package lanline.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.session.Claim;
import lanline.core.session.Frame;
import lanline.core.session.Session;

/** What has come of one link of a {@link LanlinePeer}, whose own it is. */
final class PeerConnection {
    final List<Frame> frames = new ArrayList<>();
    final Session session;
    /** Bytes that left, or would have. */
    int sent;
    /** Frames that were done something about. */
    int heard;

    Optional<Claim> up = Optional.empty();
    Bytes binding = Bytes.EMPTY;
    boolean isBroken;
    boolean isOver;

    PeerConnection(Session session) {
        this.session = session;
    }
}
