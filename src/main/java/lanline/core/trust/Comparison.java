package lanline.core.trust;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.secure.SharedWords;
import lanline.core.secure.SharedWords.Between;
import lanline.core.session.Frame;

/**
 * Two people compare six words in a session, so that they know that nobody is between them ({@code security.md} section 5). The leader says first to
 * what it is bound, and only then hears the other's number: whoever is in between has one guess among 2^48. Total: nothing that comes in makes it throw.
 *
 * <pre>
 *   leader:    COMMITTED ── ANSWER ──► SHOWN          follower:   ANSWERED ── REVEAL, as committed ──► SHOWN
 *   both:      SHOWN ── yes here ──► AGREED ── SAME ──► VERIFIED
 *              SHOWN ── SAME ──► HEARD ── yes here ──► VERIFIED
 *              any of them ── no here ──► DENIED_HERE      ── STOP, they differ ──► DENIED_THERE
 *              any of them ── STOP ──► STOPPED         ── out of turn, or not as committed ──► BROKEN
 * </pre>
 */
final class Comparison {
    /** 48 bits: with one guess at a time, nobody guesses it. */
    static final int WORDS = 6;

    private static final Bytes NO_RESULT = Bytes.copyOf(new byte[] {0});
    private static final Bytes THEY_DIFFER = Bytes.copyOf(new byte[] {1});

    enum State {
        COMMITTED,
        ANSWERED,
        SHOWN,
        AGREED,
        HEARD,
        VERIFIED,
        DENIED_HERE,
        DENIED_THERE,
        STOPPED,
        BROKEN;

        boolean isOver() {
            return compareTo(VERIFIED) >= 0;
        }
    }

    private final Between between;
    private final Bytes nonce;
    private final Bytes commitment;
    private State state;
    private List<String> words = List.of();

    private Comparison(Between between, Bytes nonce, Bytes commitment, State state) {
        this.between = between;
        this.nonce = nonce;
        this.commitment = commitment;
        this.state = state;
    }

    /** {@code nonce}: unpredictable, never used before. {@link #opening} is to be said. */
    static Comparison leading(Between between, Bytes nonce) {
        return new Comparison(between, nonce, SharedWords.commitment(between, nonce), State.COMMITTED);
    }

    /** The other side leads, and has said {@code commitment}. {@link #opening} is to be said. */
    static Comparison following(Between between, Bytes nonce, Bytes commitment) {
        boolean isWhole = commitment.length() == SharedWords.COMMITMENT_LENGTH;
        return new Comparison(between, nonce, commitment, isWhole ? State.ANSWERED : State.BROKEN);
    }

    State state() {
        return state;
    }

    /** Empty until they are {@code SHOWN}. */
    List<String> words() {
        return words;
    }

    Frame.Compare opening() {
        return switch (state) {
            case COMMITTED -> new Frame.Compare(ComparisonStep.COMMIT, commitment);
            case ANSWERED -> new Frame.Compare(ComparisonStep.ANSWER, nonce);
            default -> stopping();
        };
    }

    /** What the other side says, but for COMMIT, with which a new comparison begins; returns what is to be said to it. */
    Optional<Frame.Compare> hear(ComparisonStep step, Bytes content) {
        return switch (step) {
            case ANSWER -> onAnswer(content);
            case REVEAL -> onReveal(content);
            case SAME -> onSame(content);
            case STOP -> onStop(content);
            case COMMIT -> breakOff();
        };
    }

    private Optional<Frame.Compare> onAnswer(Bytes followerNonce) {
        if (state != State.COMMITTED || followerNonce.length() != SharedWords.NONCE_LENGTH) {
            return breakOff();
        }
        show(nonce, followerNonce);
        return Optional.of(new Frame.Compare(ComparisonStep.REVEAL, nonce));
    }

    private Optional<Frame.Compare> onReveal(Bytes leaderNonce) {
        boolean isAsCommitted = leaderNonce.length() == SharedWords.NONCE_LENGTH
                && SharedWords.areSame(SharedWords.commitment(between, leaderNonce), commitment);
        if (state != State.ANSWERED || !isAsCommitted) {
            return breakOff();
        }
        show(leaderNonce, nonce);
        return Optional.empty();
    }

    private void show(Bytes leaderNonce, Bytes followerNonce) {
        words = WordList.first(WORDS, SharedWords.number(between, leaderNonce, followerNonce));
        state = State.SHOWN;
    }

    private Optional<Frame.Compare> onSame(Bytes content) {
        if (content.length() > 0 || state != State.SHOWN && state != State.AGREED) {
            return breakOff();
        }
        state = state == State.SHOWN ? State.HEARD : State.VERIFIED;
        return Optional.empty();
    }

    private Optional<Frame.Compare> onStop(Bytes content) {
        if (!state.isOver()) {
            state = content.equals(THEY_DIFFER) ? State.DENIED_THERE : State.STOPPED;
        }
        return Optional.empty();
    }

    private Optional<Frame.Compare> breakOff() {
        if (state.isOver()) {
            return Optional.empty();
        }
        state = State.BROKEN;
        return Optional.of(stopping());
    }

    /** The person here says whether the words are the same; while they are shown. */
    Frame.Compare answer(boolean same) {
        if (!isAsking()) {
            throw new IllegalStateException("no answer is waited for: " + state);
        }
        if (!same) {
            state = State.DENIED_HERE;
            return new Frame.Compare(ComparisonStep.STOP, THEY_DIFFER);
        }
        state = state == State.SHOWN ? State.AGREED : State.VERIFIED;
        return new Frame.Compare(ComparisonStep.SAME, Bytes.EMPTY);
    }

    /** True while the person here has words to compare and has not answered. */
    boolean isAsking() {
        return state == State.SHOWN || state == State.HEARD;
    }

    /** What is said by whoever gives up without a result. */
    static Frame.Compare stopping() {
        return new Frame.Compare(ComparisonStep.STOP, NO_RESULT);
    }
}
