package lanline.core.dialect;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.Speaks;

/** One dialect on one link: knows where in the exchange it is, and nothing of sockets. Total: no bytes make it throw. */
public interface PeerProtocol {
    /** So much silence says that nothing more is on its way of what was begun. */
    int USUAL_QUIET_MILLIS = 2_000;

    /** The link is open (dialled or accepted). */
    List<Output> opened();

    List<Output> receive(Bytes bytes);

    /** Nothing more came for a while although the link is open: what stands there unended may be all there is. */
    List<Output> quiet();

    /** After how much silence {@link #quiet} is to be called. */
    default int quietMillis() {
        return USUAL_QUIET_MILLIS;
    }

    /** The other side has ended its stream. */
    List<Output> inputEnded();

    /** How many bytes it keeps of what has begun and not ended. */
    int unfinishedBytes();

    /** What the other side turned out to speak, where the port alone does not tell. */
    default Optional<Speaks> spoken() {
        return Optional.empty();
    }

    /** True if the link is to stay open through any silence. */
    default boolean staysOpen() {
        return false;
    }

    /** Says something; only after {@link #opened}. */
    List<Output> say(Utterance utterance);
}
