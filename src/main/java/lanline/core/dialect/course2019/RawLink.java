package lanline.core.dialect.course2019;

import java.util.ArrayList;
import java.util.List;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Unfinished;
import lanline.core.dialect.Utterance;
import lanline.core.model.Bytes;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * One link of the 2019 edition: at most one message out, then our side ends; what comes in is raw text without any frame. The end of
 * the stream ends a message, and so does a pause: what was written in one go arrives within it, what a person types next does not.
 *
 * <pre>
 *   dialled:   OPEN -- say --> SAID (our side ended) -- their side ends --> message taken
 *   accepted:  OPEN -- their side ends --> our side ends
 * </pre>
 */
final class RawLink implements PeerProtocol {
    /** More than this in one piece is nobody's message: what there is of it is shown, and the link closed. In bytes. */
    static final int LONGEST = 65_536;

    /**
     * The pause that ends a message. Segments of one write follow each other within a few milliseconds, and nobody sees a delay of 50;
     * a program that writes its next message within it has the two shown as one, with nothing lost.
     */
    static final int PAUSE_MILLIS = 50;

    private final boolean hasDialled;
    private final Unfinished begun = new Unfinished();
    private @Nullable MessageId said;
    private boolean isBroken;

    private RawLink(boolean hasDialled) {
        this.hasDialled = hasDialled;
    }

    static RawLink dialled() {
        return new RawLink(true);
    }

    static RawLink accepted() {
        return new RawLink(false);
    }

    @Override
    public List<Output> opened() {
        return List.of();
    }

    @Override
    public List<Output> say(Utterance utterance) {
        return utterance.deliverTo(this::sayText);
    }

    private List<Output> sayText(Utterance.Text message) {
        if (!hasDialled || said != null) {
            throw new IllegalStateException("a link of this dialect carries one message, on the side that dialled");
        }
        said = message.id();
        Bytes bytes = Bytes.utf8(message.text().value());
        return List.of(new Output.Transmit(bytes), new Output.Finish());
    }

    @Override
    public List<Output> receive(Bytes bytes) {
        if (isBroken) {
            // It was on its way before the link was closed.
            return List.of();
        }
        begun.append(bytes.slice(0, Math.min(bytes.length(), LONGEST - begun.length())));
        if (begun.length() < LONGEST) {
            return List.of();
        }
        isBroken = true;
        List<Output> outputs = takeBegun();
        outputs.add(new Output.Broken(SafeText.line("it sent more than " + LONGEST + " bytes without a pause")));
        return outputs;
    }

    @Override
    public List<Output> quiet() {
        return takeBegun();
    }

    @Override
    public int quietMillis() {
        return PAUSE_MILLIS;
    }

    @Override
    public List<Output> inputEnded() {
        List<Output> outputs = takeBegun();
        MessageId taken = said;
        outputs.add(taken == null ? new Output.Finish() : new Output.Sent(taken));
        return outputs;
    }

    @Override
    public int unfinishedBytes() {
        return begun.length();
    }

    private List<Output> takeBegun() {
        List<Output> outputs = new ArrayList<>();
        RawMessage.read(begun.slice(0, begun.length())).ifPresent(outputs::add);
        begun.drop(begun.length());
        return outputs;
    }
}
