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
import lanline.core.model.Habits.Exchange;
import lanline.core.model.Habits.KeyForm;
import lanline.core.text.SafeText;

/**
 * Says one message in the old encryption ({@code wire.md} section 1, "The old secure mode"), over a second link where the first one
 * showed that it has to be so.
 *
 * <pre>
 *   OPEN -- say --> ASKED (our key is out) -- their key --> ANSWERED -- at once, or after a pause --> SAID (our side ended) -- their end --> taken
 *                     |                                        \-- their end: new link --> KEYED -- say --> SAID
 *                     |-- their end: new link, the other form of key --> OPEN, once
 *                     \-- their end again, or silence: unsaid
 * </pre>
 */
final class WeakLink implements PeerProtocol {
    /** A program answers a key by itself; one that talks to somebody else just then is not waited for longer. */
    static final long ANSWER_MILLIS = 3_000;

    /**
     * Some answer the key, close, and take the message on a link of its own; what they were sent on the first would be lost. Until it is
     * known that a program doesn't, its message waits for so long, which nobody notices.
     */
    static final long PAUSE_MILLIS = 100;

    private enum State {
        OPEN,
        ASKED,
        ANSWERED,
        KEYED,
        SAID,
        OVER
    }

    private final SelfDescription self;
    private Habits known;
    private KeyForm form;
    private CourseLink link;
    private State state = State.OPEN;
    private boolean isSecondForm;
    private Optional<Utterance.Text> message = Optional.empty();

    /** {@code known}: how the peer writes, as far as that is known. */
    WeakLink(SelfDescription self, Habits known) {
        this.self = self;
        this.known = known;
        // What is no JSON is a value only as an answer.
        this.form = known.keyForm().filter(used -> used != KeyForm.BARE).orElse(KeyForm.DECIMAL);
        this.link = CourseLink.asking(self, known, this::take);
    }

    /** Each link is read from its own beginning. */
    @Override
    public List<Output> opened() {
        link = CourseLink.asking(self, known, this::take);
        return link.opened();
    }

    @Override
    public List<Output> say(Utterance utterance) {
        return utterance.deliverTo(this::sayText);
    }

    private List<Output> sayText(Utterance.Text text) {
        message = Optional.of(text);
        if (state == State.KEYED) {
            return release();
        }
        state = State.ASKED;
        return List.of(new Output.Transmit(KeyValue.ours(form)), new Output.Withheld(ANSWER_MILLIS));
    }

    private List<Output> release() {
        Utterance.Text text = message.orElseThrow();
        Optional<Bytes> written = EncryptedMessage.write(text.text(), known);
        if (written.isEmpty()) {
            return unsaid("this Java lacks the cipher");
        }
        state = State.SAID;
        List<Output> outputs = new ArrayList<>(link.say(text.id(), written.get()));
        outputs.add(new Output.Released());
        return outputs;
    }

    private List<Output> unsaid(String why) {
        state = State.OVER;
        return List.of(new Output.Unsaid(SafeText.line(why)));
    }

    @Override
    public List<Output> receive(Bytes bytes) {
        List<Output> outputs = new ArrayList<>(link.receive(bytes));
        if (state == State.ASKED) {
            // A value without JSON has no end of its own.
            outputs.addAll(link.quiet());
        }
        return outputs;
    }

    private Optional<List<Output>> take(KeyValue value) {
        if (state != State.ASKED) {
            return Optional.of(List.of());
        }
        return Optional.of(value.fault()
                .map(fault -> unsaid("its key of the old encryption " + fault))
                .orElseGet(this::goOn));
    }

    private List<Output> goOn() {
        List<Output> outputs = new ArrayList<>();
        if (isSecondForm) {
            outputs.add(learned(Habits.UNKNOWN.withKeyForm(form)));
        }
        if (known.exchange().isEmpty()) {
            state = State.ANSWERED;
            outputs.add(new Output.Withheld(PAUSE_MILLIS));
        } else if (known.exchange().get() == Exchange.NEXT_LINK) {
            outputs.add(redial(State.KEYED));
        } else {
            outputs.addAll(release());
        }
        return outputs;
    }

    private Output learned(Habits shown) {
        known = known.updated(shown);
        return new Output.Learned(shown);
    }

    private Output redial(State then) {
        state = then;
        return new Output.Redial();
    }

    @Override
    public List<Output> quiet() {
        List<Output> outputs = new ArrayList<>(link.quiet());
        if (state == State.ASKED) {
            outputs.addAll(unsaid("its program did not answer the key of the old encryption"));
        } else if (state == State.ANSWERED) {
            outputs.addAll(release());
        }
        return outputs;
    }

    @Override
    public List<Output> inputEnded() {
        if (state == State.SAID) {
            return taken();
        }
        List<Output> outputs = new ArrayList<>(link.rest());
        if (state == State.ANSWERED) {
            outputs.add(learned(Habits.UNKNOWN.withExchange(Exchange.NEXT_LINK)));
            outputs.add(redial(State.KEYED));
        } else if (state == State.ASKED && !isSecondForm) {
            isSecondForm = true;
            form = form == KeyForm.BYTES_LITERAL ? KeyForm.DECIMAL : KeyForm.BYTES_LITERAL;
            outputs.add(redial(State.OPEN));
        } else if (state == State.ASKED) {
            outputs.addAll(
                    unsaid("its program closed the connection without an answer to the key of the old encryption"));
        }
        return outputs;
    }

    /** The end in order shows that it reads here: a link that is closed with something unread in it is reset. */
    private List<Output> taken() {
        List<Output> outputs = new ArrayList<>();
        if (known.exchange().isEmpty()) {
            outputs.add(learned(Habits.UNKNOWN.withExchange(Exchange.SAME_LINK)));
        }
        outputs.addAll(link.inputEnded());
        return outputs;
    }

    @Override
    public int unfinishedBytes() {
        return link.unfinishedBytes();
    }
}
