package lanline.core.dialect;

import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.Speaks;

/** Who understands those that dial us on a port: one dialect, or a choice among several. */
public interface Listening {
    /** What they speak as long as nothing else is known. */
    Speaks speaks();

    /** The protocol on a link that somebody dialled to us, of whose habits {@code known} is known. */
    PeerProtocol accept(Endpoint from, Habits known);
}
