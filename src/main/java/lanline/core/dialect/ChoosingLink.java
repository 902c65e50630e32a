package lanline.core.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.Speaks;
import org.jspecify.annotations.Nullable;

/** A link on a {@link SharedPort}: keeps the first bytes until they tell who is to read them, then stands behind that one. */
final class ChoosingLink implements PeerProtocol {
    private final SharedPort port;
    private final Endpoint from;
    private final Habits known;
    private final Unfinished begun = new Unfinished();
    private SharedPort.First first = SharedPort.First.UNDECIDED;
    private @Nullable PeerProtocol chosen;

    ChoosingLink(SharedPort port, Endpoint from, Habits known) {
        this.port = port;
        this.from = from;
        this.known = known;
    }

    @Override
    public Optional<Speaks> spoken() {
        return Optional.of(port.spoken(first));
    }

    @Override
    public List<Output> opened() {
        return List.of();
    }

    @Override
    public List<Output> receive(Bytes bytes) {
        if (chosen != null) {
            return chosen.receive(bytes);
        }
        begun.append(bytes);
        first = SharedPort.First.of(begun.slice(0, begun.length()));
        return first == SharedPort.First.UNDECIDED ? List.of() : choose(first);
    }

    /** Hands over what came until now. */
    private List<Output> choose(SharedPort.First decided) {
        PeerProtocol protocol = port.choose(decided, from, known);
        chosen = protocol;
        List<Output> outputs = new ArrayList<>(protocol.opened());
        if (begun.length() > 0) {
            outputs.addAll(protocol.receive(begun.slice(0, begun.length())));
        }
        begun.drop(begun.length());
        return outputs;
    }

    /** Who falls silent within the first five bytes writes no frame. */
    private List<Output> decide() {
        return chosen == null && begun.length() > 0 ? choose(SharedPort.First.TEXT) : List.of();
    }

    @Override
    public List<Output> quiet() {
        List<Output> outputs = new ArrayList<>(decide());
        if (chosen != null) {
            outputs.addAll(chosen.quiet());
        }
        return outputs;
    }

    @Override
    public int quietMillis() {
        return chosen == null ? PeerProtocol.super.quietMillis() : chosen.quietMillis();
    }

    @Override
    public List<Output> inputEnded() {
        List<Output> outputs = new ArrayList<>(decide());
        PeerProtocol last = chosen == null ? port.choose(SharedPort.First.TEXT, from, known) : chosen;
        outputs.addAll(last.inputEnded());
        return outputs;
    }

    @Override
    public int unfinishedBytes() {
        return chosen == null ? begun.length() : chosen.unfinishedBytes();
    }

    @Override
    public List<Output> say(Utterance utterance) {
        if (chosen == null) {
            throw new IllegalStateException("nobody has said yet how to talk on this link");
        }
        return chosen.say(utterance);
    }

    @Override
    public boolean staysOpen() {
        return chosen != null && chosen.staysOpen();
    }
}
