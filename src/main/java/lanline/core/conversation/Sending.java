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
import lanline.core.text.SafeText;

/**
 * One message on its way to one peer: up to three attempts within 5 s ({@code decisions.md} 21), each to every instance of the peer;
 * one that takes it is enough. Lives on the bus thread.
 *
 * <pre>
 *   WAITING -- due --> TRYING -- taken --> SENT ( -- link lost --> FAILED, or -- answered --> ANSWERED )
 *      ^------ again -----/  \-- no more attempts, or it may have arrived --> FAILED
 *      ^------ resume ----- PARKED: instead of FAILED where it certainly did not arrive, and the peer is not here
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
        void progressed(ChatMessage message);

        /** It waits until the peer is here: nobody takes it now. */
        void parked(Sending sending);

        boolean isHere(ChatMessage message);

        /** Why nothing may be sent to {@code peer}. */
        Optional<String> hindrance(Peer peer);

        /** Nothing of it is under way any more: the next message to the same peer may go. */
        void done(Sending sending, ChatMessage message);

        /** The next attempt is due at that uptime. */
        void waiting(long untilMillis);
    }

    private enum State {
        WAITING,
        TRYING,
        PARKED,
        SENT,
        ANSWERED,
        FAILED
    }

    private final Queues.Item item;
    private final ChatMessage message;
    private final Carrier carrier;
    private ChatMessage told;
    private State state;
    private int attempts;
    private int underWay;
    private int takers;
    private boolean mayHaveArrived;
    private boolean hasLeft;
    private boolean isUnsaid;
    private long nextAt;
    private long lastStart;

    /** One that was kept waiting by an earlier run goes on waiting. */
    Sending(Queues.Item item, Carrier carrier, long now) {
        this.item = item;
        this.carrier = carrier;
        nextAt = now;
        mayHaveArrived = item.mayHaveArrived();
        lastStart = Long.MAX_VALUE;
        told = item.message();
        message = told.withDelivery(Delivery.QUEUED);
        state = item.isTyped() ? State.WAITING : State.PARKED;
    }

    /** In the state last told. */
    ChatMessage message() {
        return told;
    }

    /** As it is now. */
    Queues.Item now() {
        return new Queues.Item(told, item.since(), mayHaveArrived, item.isKept(), item.isTyped());
    }

    /** Tries once more, if it is time. */
    void tryIfDue(Peer peer, long now) {
        if (state != State.WAITING || now < nextAt) {
            return;
        }
        Optional<String> never = carrier.hindrance(peer);
        Optional<String> hindrance =
                message.security() == Security.WEAK ? WeakChoices.hindrance(peer) : Optional.empty();
        if (never.isPresent()) {
            fail(never.get());
            carrier.done(this, message);
        } else {
            hindrance.ifPresentOrElse(this::failUnsaid, () -> attempt(peer, now));
        }
    }

    private void attempt(Peer peer, long now) {
        state = State.TRYING;
        if (!told.delivery().equals(message.delivery())) {
            // It waits no longer: should the program end now, a later run must not take it for one that never left.
            tell(message);
        }
        if (attempts == 0) {
            lastStart = now + ALL_MILLIS - ATTEMPT_MILLIS;
        }
        List<Route> routes = peer.routes();
        underWay = routes.size();
        attempts++;
        Utterance.Text text = new Utterance.Text(message.id(), message.text());
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
            carrier.dial(peer, to, manner, new DialledLinks.Attempt(text, outcome(next), linger));
        }
    }

    /** An older program does not know a message that comes twice: one that may have arrived does not go again. */
    private DialledLinks.Outcome outcome(long next) {
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
                onFailed(next, !hasLeft, problem);
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
            tell(message.withDelivery(Delivery.SENT));
        }
        endIfDone();
    }

    private void onAnswered(SafeText answer) {
        if (state == State.SENT) {
            state = State.ANSWERED;
            tell(message.withDelivery(Delivery.answered(answer)));
        }
    }

    private void onFailed(long next, boolean mayTryAgain, SafeText problem) {
        boolean isAgain = state == State.TRYING && underWay == 0 && mayTryAgain && attempts < ATTEMPTS;
        if (isAgain && next <= lastStart) {
            state = State.WAITING;
            nextAt = next;
            carrier.waiting(next);
        } else if (state == State.TRYING && underWay == 0) {
            failOrPark(problem.value());
        }
        endIfDone();
    }

    private void failOrPark(String problem) {
        if (hasLeft || isUnsaid || carrier.isHere(message)) {
            fail(problem);
        } else {
            park(problem);
        }
    }

    /** Nobody is there to take it: {@code why}, in a few words. */
    void park(String why) {
        state = State.PARKED;
        String name = message.with().name().toString();
        String reason = name + " is not here (" + why + "); it goes out when " + name + " is heard again";
        Delivery delivery = mayHaveArrived ? Delivery.waitingPerhaps(reason) : Delivery.waiting(reason);
        tell(message.withDelivery(delivery));
        carrier.parked(this);
    }

    /** The peer is here, or a person wants it tried: as if it were new. */
    void resume(long now) {
        if (state == State.PARKED) {
            state = State.WAITING;
            attempts = 0;
            nextAt = now;
        }
    }

    boolean isParked() {
        return state == State.PARKED;
    }

    /** True while it may be arriving just now. */
    boolean isUnderWay() {
        return underWay > 0;
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

    private void tell(ChatMessage changed) {
        told = changed;
        carrier.progressed(changed);
    }

    private void fail(String reason) {
        state = State.FAILED;
        Delivery failed = mayHaveArrived ? Delivery.failedPerhaps(reason) : Delivery.failed(reason);
        tell(message.withDelivery(failed));
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
