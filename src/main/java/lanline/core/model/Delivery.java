package lanline.core.model;

import lanline.core.text.SafeText;

/**
 * How far a message has come, and why no further. Always true: a state is only told after it has come about.
 *
 * <pre>
 *   own:       QUEUED → SENT ( → DELIVERED )      QUEUED → FAILED → QUEUED (sent again)      SENT → FAILED (link broke before it was taken)
 *   received:  RECEIVED
 * </pre>
 */
public record Delivery(State state, SafeText reason) {
    /** {@code SENT}: handed to a connection that the other side took. {@code DELIVERED}: the other side said that it stored it. */
    public enum State {
        QUEUED,
        SENT,
        DELIVERED,
        FAILED,
        RECEIVED
    }

    public static final Delivery QUEUED = new Delivery(State.QUEUED, SafeText.EMPTY);
    public static final Delivery SENT = new Delivery(State.SENT, SafeText.EMPTY);
    public static final Delivery RECEIVED = new Delivery(State.RECEIVED, SafeText.EMPTY);

    public static Delivery failed(String reason) {
        return new Delivery(State.FAILED, SafeText.line(reason));
    }
}
