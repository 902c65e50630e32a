package lanline.core.conversation;

import java.util.List;
import java.util.Optional;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Utterance;
import lanline.core.link.DialledLinks;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits.Connection;
import lanline.core.model.Peer;
import lanline.core.model.Route;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;

/**
 * One message on its way to one peer: up to three attempts within 5 s ({@code decisions.md} 21), each to every instance of the peer;
 * one that takes it is enough. Lives on the bus thread.
 *
 * <pre>
 *   WAITING -- due --> TRYING -- taken --> SENT ( -- link lost --> FAILED, or -- answered --> ANSWERED )
 *      ^------ again -----/  \-- no more attempts, or it may have arrived --> FAILED
 * </pre>
 */
final class Sending {
    static final int ATTEMPTS = 3;

    /** All attempts end within this, but for what the old key exchange takes; one that would take longer is not begun. */
    static final int ALL_MILLIS = 5_000;

    /** Three attempts and the pauses between them stay within 5 s. */
    static final int ATTEMPT_MILLIS = 1_300;

    static final int PAUSE_MILLIS = 500;

    /** Who carries the attempts out, and hears how it ended. */
    interface Carrier {
        void dial(Peer peer, Endpoint to, Manner manner, DialledLinks.Attempt attempt);

        /** {@code message} in its new state. */
        void progressed(Sending sending, ChatMessage message);

        /** Nothing of it is under way any more: the next message to the same peer may go. */
        void done(Sending sending, ChatMessage message);

        /** The next attempt is due at that uptime. */
        void waiting(long untilMillis);
    }

    private enum State {
        WAITING,
        TRYING,
        SENT,
        ANSWERED,
        FAILED
    }

    private final ChatMessage message;
    private final Carrier carrier;
    private State state = State.WAITING;
    private int attempts;
    private int underWay;
    private int takers;
    private boolean mayHaveArrived;
    private boolean hasLeft;
    private boolean isUnsaid;
    private long nextAt;
    private long lastStart;

    /** {@code mayHaveArrived}: an earlier sending of the same message is not certain to have failed. */
    Sending(ChatMessage message, Carrier carrier, long now, boolean mayHaveArrived) {
        this.message = message;
        this.carrier = carrier;
        this.nextAt = now;
        this.mayHaveArrived = mayHaveArrived;
        this.lastStart = Long.MAX_VALUE;
    }

    ChatMessage message() {
        return message;
    }

    /** Tries once more, if it is time. */
    void tryIfDue(Peer peer, long now) {
        if (state != State.WAITING || now < nextAt) {
            return;
        }
        Optional<String> hindrance =
                message.security() == Security.WEAK ? WeakChoices.hindrance(peer) : Optional.empty();
        hindrance.ifPresentOrElse(this::failUnsaid, () -> attempt(peer, now));
    }

    private void attempt(Peer peer, long now) {
        state = State.TRYING;
        if (attempts == 0) {
            lastStart = now + ALL_MILLIS - ATTEMPT_MILLIS;
        }
        List<Route> routes = peer.routes();
        underWay = routes.size();
        attempts++;
        Utterance.Text text = new Utterance.Text(message.id(), message.text());
        boolean repeatable = peer.speaks() == Speaks.LANLINE;
        boolean answersThere = peer.speech()
                .habits()
                .connection()
                .filter(Connection.MANY::equals)
                .isPresent();
        long linger = answersThere ? DialledLinks.LONG_LINGER_MILLIS : DialledLinks.LINGER_MILLIS;
        Manner manner = new Manner(peer.speech().habits(), message.security());
        for (Route route : routes) {
            List<Endpoint> endpoints = route.endpoints();
            Endpoint to = endpoints.get((attempts - 1) % endpoints.size());
            long next = now + ATTEMPT_MILLIS + PAUSE_MILLIS;
            carrier.dial(peer, to, manner, new DialledLinks.Attempt(text, outcome(next, repeatable), linger));
        }
    }

    /** {@code repeatable}: the peer knows a message that comes twice, so one that may have arrived can go again. */
    private DialledLinks.Outcome outcome(long next, boolean repeatable) {
        return new DialledLinks.Outcome() {
            @Override
            public void taken() {
                underWay--;
                takers++;
                onTaken();
            }

            @Override
            public void failed(boolean arrivalUnknown, SafeText problem) {
                underWay--;
                hasLeft |= arrivalUnknown;
                mayHaveArrived |= arrivalUnknown;
                onFailed(next, repeatable || !hasLeft, problem);
            }

            @Override
            public void unsaid(SafeText why) {
                underWay--;
                isUnsaid = true;
                onFailed(next, false, SafeText.line(why + otherwise()));
            }

            @Override
            public void answered(SafeText answer) {
                onAnswered(answer);
            }

            @Override
            public void lost(SafeText problem) {
                onLost(problem);
            }
        };
    }

    private void onTaken() {
        if (state == State.TRYING) {
            state = State.SENT;
            carrier.progressed(this, message.withDelivery(Delivery.SENT));
        }
        endIfDone();
    }

    private void onAnswered(SafeText answer) {
        if (state == State.SENT) {
            state = State.ANSWERED;
            carrier.progressed(this, message.withDelivery(Delivery.answered(answer)));
        }
    }

    private void onFailed(long next, boolean mayTryAgain, SafeText problem) {
        boolean isAgain = state == State.TRYING && underWay == 0 && mayTryAgain && attempts < ATTEMPTS;
        if (isAgain && next <= lastStart) {
            state = State.WAITING;
            nextAt = next;
            carrier.waiting(next);
        } else if (state == State.TRYING && underWay == 0) {
            fail(problem.value());
        }
        endIfDone();
    }

    private void onLost(SafeText problem) {
        takers--;
        if (state == State.SENT && takers == 0) {
            mayHaveArrived = true;
            fail(problem + " before it was read");
        }
    }

    /** The other instances of a peer are waited for, so that what follows can't overtake this on its way to one of them. */
    private void endIfDone() {
        if (underWay == 0 && (state == State.SENT || state == State.ANSWERED || state == State.FAILED)) {
            carrier.done(this, message);
        }
    }

    private void fail(String reason) {
        state = State.FAILED;
        Delivery failed = mayHaveArrived ? Delivery.failedPerhaps(reason) : Delivery.failed(reason);
        carrier.progressed(this, message.withDelivery(failed));
    }

    /** It can't go as it was meant to, and does not go otherwise. */
    private void failUnsaid(String why) {
        isUnsaid = true;
        fail(why + otherwise());
        carrier.done(this, message);
    }

    private String otherwise() {
        return " (after /weak " + message.with().name() + " off what you write goes plainly)";
    }

    /** Whom it was for is forgotten. */
    void failUnknown() {
        fail("nobody of that name has been heard since the start");
        carrier.done(this, message);
    }

    /** The one before it to the same peer found no way: this one would find none either, and is not tried. */
    void failUntried() {
        fail("the message before it failed, so this was not tried");
    }

    boolean hasFailed() {
        return state == State.FAILED;
    }

    /** True if {@code behind} would fail for what this one failed for; who takes no part in the old encryption may take plain text. */
    boolean speaksFor(Sending behind) {
        return !isUnsaid || behind.message.security() == message.security();
    }
}
