package lanline.core.session;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;

/**
 * One session on one link, from the first byte to the last ({@code security.md} section 3). Total: no bytes make it throw, wherever they are
 * cut. Lives on its owner's thread.
 *
 * <pre>
 *   dialled    Unopened ── opened: preamble, message 1 ──► AwaitingAnswer ── message 2: message 3, HELLO ──┐
 *                                                                                                          ├──► AwaitingHello ── HELLO ──► Established
 *   accepted   AwaitingPreamble ──► AwaitingGreeting ── message 1: message 2 ──► AwaitingProof ── message 3: HELLO ──┘
 *
 *   Established ── BYE, said or heard ──► Over
 *   any state ── what can't be accepted: Broken; or end ──► Over
 * </pre>
 *
 * <p>The identity and the admission of the other side are checked where message 2 or 3 is read, before anything is sent in answer.
 */
public final class Session {
    /** Begins every session, and neither JSON nor UTF-8 text. */
    public static final byte FIRST_BYTE = (byte) 0xF5;

    /** Bytes that may come before the other side is proven: twice what a handshake takes. One that announces more is broken at once. */
    public static final int MOST_UNPROVEN_BYTES = 4_096;

    private final Incoming incoming = new Incoming();
    private Stage stage;

    private Session(Stage first) {
        stage = first;
    }

    /** With {@code expected} and nobody else, on a link that we dialled. */
    public static Session dial(OwnSide own, LanlineId expected) {
        return dial(own, expected, Suite.PREFERRED);
    }

    static Session dial(OwnSide own, LanlineId expected, Suite suite) {
        return new Session(new DialledHandshake.Unopened(own, expected, suite));
    }

    /** With whoever proves who it is, on a link that was dialled to us and began with {@link #FIRST_BYTE}, which it has yet to be given. */
    public static Session accept(OwnSide own) {
        return new Session(new AcceptedHandshake.AwaitingPreamble(own));
    }

    /** The link is open. */
    public List<SessionOutput> opened() {
        Outputs outputs = new Outputs();
        stage = stage.opened(outputs);
        return outputs.inOrder();
    }

    /**
     * After {@code Broken}, a BYE or {@link #end}, what still comes is forgotten. What is to be sent stands first: something may be said at
     * once about the rest.
     */
    public List<SessionOutput> receive(Bytes bytes) {
        Outputs outputs = new Outputs();
        incoming.append(bytes);
        try {
            for (Optional<Bytes> piece = next(); piece.isPresent(); piece = next()) {
                stage = stage.read(piece.get(), outputs);
            }
        } catch (BrokenException broken) {
            end();
            outputs.tell(new SessionOutput.Broken(broken.why()));
        }
        return outputs.inOrder();
    }

    private Optional<Bytes> next() throws BrokenException {
        return stage.next(incoming);
    }

    /** Says something; only while {@link #isUp}. A BYE is the last: it ends the session. */
    public List<SessionOutput> say(Frame frame) {
        Channel channel = stage.up().orElseThrow(() -> new IllegalStateException("the session is not up"));
        SessionOutput transmit = new Outgoing().message(channel.seal(frame)).transmit();
        if (frame instanceof Frame.Bye) {
            end();
        }
        return List.of(transmit);
    }

    /** From the other's HELLO to the end. */
    public boolean isUp() {
        return stage.up().isPresent();
    }

    /** Bytes sealed and opened since the start; of no meaning once it is over. */
    public long sealedBytes() {
        return stage.up().map(Channel::sealedBytes).orElse(0L);
    }

    /** The link has gone, or takes too long: all keys are wiped. */
    public void end() {
        stage.wipe();
        stage = new Over();
        incoming.clear();
    }
}
