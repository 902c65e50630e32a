package lanline.core.dialect;

import java.util.List;
import lanline.core.model.Bytes;

/** One dialect on one link: knows where in the exchange it is, and nothing of sockets. Total: no bytes make it throw. */
public interface PeerProtocol {
    /** The link is open (dialled or accepted). */
    List<Output> opened();

    List<Output> receive(Bytes bytes);

    /** Nothing more came for a while although the link is open: what stands there unended may be all there is. */
    List<Output> quiet();

    /** The other side has ended its stream. */
    List<Output> inputEnded();

    /** How many bytes it keeps of what has begun and not ended. */
    int unfinishedBytes();

    /** Says something; only after {@link #opened}. */
    List<Output> say(Utterance utterance);
}
