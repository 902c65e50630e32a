package lanline.core.dialect.course2024;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Utterance;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Connection;
import lanline.core.model.MessageId;
import lanline.core.model.Security;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * One link of the course dialect, plain: at most one message out, then our side ends; anything that comes in is a message.
 *
 * <pre>
 *   dialled:   OPEN -- say --> SAID (our side ended) -- their side ends --> message taken
 *   accepted:  OPEN -- a message, or their side ends --> ENDED (our side ended; what else comes is still read)
 * </pre>
 *
 * Ending our side at the first message frees the programs that wait for it; who is known to write many on one link keeps it.
 */
final class PlainLink implements PeerProtocol {
    private final @Nullable SelfDescription self;
    private final ObjectScanner scanner = new ObjectScanner();
    private Habits known;
    private @Nullable MessageId said;
    private int messages;
    private boolean hasEnded;
    private boolean isBroken;

    private PlainLink(@Nullable SelfDescription self, Habits known) {
        this.self = self;
        this.known = known;
    }

    /** {@code known}: how the peer writes, as far as that is known. */
    static PlainLink dialled(SelfDescription self, Habits known) {
        return new PlainLink(self, known);
    }

    static PlainLink accepted(Habits known) {
        return new PlainLink(null, known);
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
        if (self == null || said != null) {
            throw new IllegalStateException("a link of this dialect carries one message, on the side that dialled");
        }
        said = message.id();
        hasEnded = true;
        return List.of(new Output.Transmit(PlainMessage.write(self, known, message)), new Output.Finish());
    }

    @Override
    public List<Output> receive(Bytes bytes) {
        List<Output> outputs = heard(scanner.scan(bytes));
        // What was on its way before the link was closed for it still comes, and says nothing new.
        if (scanner.isOverfull() && !isBroken) {
            isBroken = true;
            outputs.add(new Output.Broken(
                    SafeText.line("it sent more than " + ObjectScanner.LONGEST + " bytes without an end")));
        }
        return outputs;
    }

    @Override
    public List<Output> quiet() {
        return heard(scanner.end(true));
    }

    @Override
    public List<Output> inputEnded() {
        List<Output> outputs = heard(scanner.end(false));
        MessageId taken = said;
        if (taken != null) {
            outputs.add(new Output.Sent(taken));
        }
        endOurSide(outputs);
        return outputs;
    }

    @Override
    public int unfinishedBytes() {
        return scanner.unfinishedBytes();
    }

    private List<Output> heard(List<ObjectScanner.Piece> pieces) {
        List<Output> outputs = new ArrayList<>();
        for (ObjectScanner.Piece piece : pieces) {
            PlainMessage message = PlainMessage.read(piece, known);
            if (!message.text().isBlank()) {
                hear(message, outputs);
            }
        }
        return outputs;
    }

    private void hear(PlainMessage message, List<Output> outputs) {
        boolean isAutomatic = AutomaticAnswer.is(message.text());
        boolean isAmongMany = !isAutomatic && (said != null || messages > 0);
        if (!isAutomatic) {
            messages++;
        }
        if (message.claim().lanline().isEmpty()) {
            learn(isAmongMany ? message.shown().withConnection(Connection.MANY) : message.shown(), outputs);
        }
        outputs.add(
                isAutomatic
                        ? new Output.Answered(Optional.ofNullable(said), message.text())
                        : new Output.Heard(message.claim(), message.text(), Security.NONE));
        if (known.connection().filter(Connection.MANY::equals).isEmpty()) {
            endOurSide(outputs);
        }
    }

    private void learn(Habits shown, List<Output> outputs) {
        Habits all = known.updated(shown);
        if (!all.equals(known)) {
            known = all;
            outputs.add(new Output.Learned(shown));
        }
    }

    private void endOurSide(List<Output> outputs) {
        if (!hasEnded) {
            hasEnded = true;
            outputs.add(new Output.Finish());
        }
    }
}
