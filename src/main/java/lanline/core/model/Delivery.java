package lanline.core.model;

import lanline.core.text.SafeText;

/**
 * How far a message has come, and why no further. Always true: a state is only told after it has come about.
 *
 * <pre>
 *   own:       QUEUED → SENT ( → ANSWERED or DELIVERED )      QUEUED → FAILED → QUEUED (sent again)      SENT → FAILED (link broke before it was taken)
 *              SENT → QUEUED (the session ended before it was DELIVERED: it goes again)
 *   received:  RECEIVED
 * </pre>
 */
public record Delivery(State state, SafeText reason) {
    /**
     * {@code QUEUED}: waits; {@code reason} is what for, where that may last. {@code SENT}: handed to a connection that the other side took. {@code ANSWERED}: an older program has answered it by itself, and
     * {@code reason} is that answer. {@code DELIVERED}: the other side said that it stored it.
     */
    public enum State {
        QUEUED,
        SENT,
        ANSWERED,
        DELIVERED,
        FAILED,
        RECEIVED
    }

    public static final Delivery QUEUED = new Delivery(State.QUEUED, SafeText.EMPTY);
    public static final Delivery SENT = new Delivery(State.SENT, SafeText.EMPTY);
    public static final Delivery DELIVERED = new Delivery(State.DELIVERED, SafeText.EMPTY);
    public static final Delivery RECEIVED = new Delivery(State.RECEIVED, SafeText.EMPTY);

    /** Part of the reason, since that is what people read and the history keeps. */
    private static final String PERHAPS = "; it may have arrived all the same";

    /** A person wanted it not to go. */
    private static final String TAKEN_BACK = "taken back";

    /** It waits for something that may take long, and is kept on disk meanwhile. */
    public static Delivery waiting(String reason) {
        return new Delivery(State.QUEUED, SafeText.line(reason));
    }

    /** The same of one of which bytes had left; it goes again under the same id. */
    public static Delivery waitingPerhaps(String reason) {
        return waiting(reason + PERHAPS);
    }

    public static Delivery takenBack(boolean mayHaveArrived) {
        return mayHaveArrived ? failedPerhaps(TAKEN_BACK) : failed(TAKEN_BACK);
    }

    public boolean isTakenBack() {
        return state == State.FAILED && reason.value().startsWith(TAKEN_BACK);
    }

    /** The other program said {@code answer} by itself, on receiving it. */
    public static Delivery answered(SafeText answer) {
        return new Delivery(State.ANSWERED, answer);
    }

    /** It is certain that it did not arrive. */
    public static Delivery failed(String reason) {
        return new Delivery(State.FAILED, SafeText.line(reason));
    }

    /** Bytes of it had left. */
    public static Delivery failedPerhaps(String reason) {
        return failed(reason + PERHAPS);
    }

    /** True if it failed, now or before it was sent again, without certainty that it did not arrive. */
    public boolean mayHaveArrived() {
        return reason.value().endsWith(PERHAPS);
    }
}
