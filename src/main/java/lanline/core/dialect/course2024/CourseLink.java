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
import lanline.core.model.Habits.KeyForm;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * One link of the course dialect: at most one message out, then our side ends; anything that comes in is a message, encrypted or
 * not, or on a link that was dialled to us the value of a key exchange, which is answered.
 *
 * <pre>
 *   dialled:   OPEN -- say --> SAID (our side ended) -- their side ends --> message taken
 *   accepted:  OPEN -- a key --> OPEN (answered)
 *              OPEN -- a message, or their side ends --> ENDED (our side ended; what else comes is still read)
 * </pre>
 *
 * Ending our side at the first message frees the programs that wait for it; who is known to write many on one link keeps it.
 */
final class CourseLink implements PeerProtocol {
    /** An exchange takes one; what goes on for ever is no exchange. Then the link is closed. */
    private static final int MOST_KEYS = 100;

    private final @Nullable SelfDescription self;
    private final KeyTaker keys;
    private final ObjectScanner scanner = new ObjectScanner();
    private final EncryptedMessage.Reader encrypted = new EncryptedMessage.Reader();
    private Habits known;
    private @Nullable MessageId said;
    private int messages;
    private int keysAnswered;
    private boolean hasEnded;
    private boolean isBroken;

    /** Who has a use for the value of a key exchange. */
    interface KeyTaker {
        /** Empty if it is not wanted, and so to be shown as what it is. */
        Optional<List<Output>> take(KeyValue value);
    }

    private CourseLink(@Nullable SelfDescription self, Habits known, @Nullable KeyTaker keys) {
        this.self = self;
        this.known = known;
        this.keys = keys == null ? this::answer : keys;
        // A link that we dialled ends its side with what it says, not with what it hears.
        this.hasEnded = self != null;
    }

    /** {@code known}: how the peer writes, as far as that is known. */
    static CourseLink dialled(SelfDescription self, Habits known) {
        return asking(self, known, value -> Optional.empty());
    }

    /** One on which a value is asked for before something is said. */
    static CourseLink asking(SelfDescription self, Habits known, KeyTaker keys) {
        return new CourseLink(self, known, keys);
    }

    static CourseLink accepted(Habits known) {
        return new CourseLink(null, known, null);
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
        if (self == null) {
            throw new IllegalStateException("on a link of this dialect only the side that dialled says something");
        }
        return say(message.id(), CourseMessage.write(self, known, message));
    }

    /** Says a message as it is {@code written}. */
    List<Output> say(MessageId id, Bytes written) {
        if (said != null) {
            throw new IllegalStateException("a link of this dialect carries one message");
        }
        said = id;
        return List.of(new Output.Transmit(written), new Output.Finish());
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
        List<Output> outputs = rest();
        MessageId taken = said;
        if (taken != null) {
            outputs.add(new Output.Sent(taken));
        }
        endOurSide(outputs);
        return outputs;
    }

    /** What stands there unended, once nothing more can come. */
    List<Output> rest() {
        return heard(scanner.end(false));
    }

    @Override
    public int unfinishedBytes() {
        return scanner.unfinishedBytes();
    }

    private List<Output> heard(List<ObjectScanner.Piece> pieces) {
        List<Output> outputs = new ArrayList<>();
        for (ObjectScanner.Piece piece : pieces) {
            CourseMessage message = CourseMessage.read(piece, known, encrypted);
            Optional<KeyValue> key = piece.isJson()
                    ? message.key()
                    : KeyValue.readBare(piece.bytes().toText());
            Optional<List<Output>> taken = key.flatMap(keys::take);
            if (taken.isPresent()) {
                outputs.addAll(taken.get());
            } else if (!message.text().isBlank()) {
                hear(message, outputs);
            }
        }
        return outputs;
    }

    /** In the form in which it came. A bare number is a message: nobody begins an exchange with one. */
    private Optional<List<Output>> answer(KeyValue value) {
        if (value.fault().isPresent() || value.form() == KeyForm.BARE) {
            return Optional.empty();
        }
        keysAnswered++;
        if (keysAnswered > MOST_KEYS) {
            return Optional.of(List.of(new Output.Broken(SafeText.line("it sent more than " + MOST_KEYS + " keys"))));
        }
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.Transmit(KeyValue.ours(value.form())));
        learn(Habits.UNKNOWN.withKeyForm(value.form()), outputs);
        return Optional.of(outputs);
    }

    private void hear(CourseMessage message, List<Output> outputs) {
        boolean isAutomatic = AutomaticAnswer.is(message.text());
        boolean isAmongMany = !isAutomatic && (said != null || messages > 0);
        if (!isAutomatic) {
            messages++;
        }
        learn(isAmongMany ? message.shown().withConnection(Connection.MANY) : message.shown(), outputs);
        outputs.add(
                isAutomatic
                        ? new Output.Answered(Optional.ofNullable(said), message.text())
                        : new Output.Heard(message.claim(), message.text(), message.security()));
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
