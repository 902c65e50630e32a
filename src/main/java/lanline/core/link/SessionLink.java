package lanline.core.link;

import java.util.Optional;
import lanline.core.model.Endpoint;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Party;
import lanline.core.port.Alarm;
import lanline.core.session.Session;

/**
 * One link that carries a session, from the dial or the offer to its end: what is known of it, and what falls due. Lives on the bus
 * thread.
 *
 * <pre>
 *   DIALLING -- open --> PROVING -- proven --> UP -- bye, broken, silent, replaced --> OVER -- closed --> (gone)
 *        \                  \-- broken, too slow, closed: failed ----------------------^
 *         \-- closed: failed
 * </pre>
 */
final class SessionLink {
    /**
     * Whoever was not heard for so long is asked whether it is there. Who was dialled waits a little longer, so that of two silent sides
     * one asks.
     */
    static final long PING_MILLIS = 15_000;

    private static final long ACCEPTED_PING_MILLIS = PING_MILLIS + 4_000;

    /** Asked so much before the time where the others are asked anyway: a program with many sessions wakes once, not once for each. */
    private static final long PING_EARLY_MILLIS = 3_000;

    /** Silence of so long is the end, within the 45 s after which a pulled cable has to be seen; two pings were lost then. */
    static final long DEAD_MILLIS = 44_000;

    /** The other side gets so long to end a link on which we have said good-bye. */
    static final long GOODBYE_MILLIS = 5_000;

    /** Keys are not used for much longer than this ({@code security.md} section 3); then who dialled dials again. */
    static final long RENEW_MILLIS = 60 * 60_000L;

    /** Where the other side can't be dialled any more, the old keys stay in use, and it is tried again so often. */
    private static final long RENEW_AGAIN_MILLIS = 60_000;

    enum State {
        DIALLING,
        PROVING,
        UP,
        OVER
    }

    final LinkId id;
    final Endpoint other;
    /** Empty where it was dialled to us. */
    final Optional<Dials.Target> target;

    final Session session;
    final long begunAt;
    private State state = State.DIALLING;
    private Optional<Party> party = Optional.empty();
    private long transmitted;
    private long upAt;
    private long heardAt;
    private long askedAt;
    private long endsAt = Alarm.NEVER;
    private long renewAt = Alarm.NEVER;
    private long yieldsUntil = Alarm.NEVER;

    SessionLink(LinkId id, Endpoint other, Optional<Dials.Target> target, Session session, long now) {
        this.id = id;
        this.other = other;
        this.target = target;
        this.session = session;
        begunAt = now;
    }

    boolean is(State asked) {
        return state == asked;
    }

    /** Neither up nor over. */
    boolean isBeginning() {
        return state == State.DIALLING || state == State.PROVING;
    }

    boolean isUpWith(LanlineId peer) {
        return state == State.UP && party().id().equals(peer);
    }

    /** Once it is up. */
    Party party() {
        return party.orElseThrow();
    }

    long upAt() {
        return upAt;
    }

    void opened(long since) {
        state = State.PROVING;
        endsAt = since + HalfOpen.DEADLINE_MILLIS;
    }

    /** {@code spreadMillis}: so much before the hour a session that we dialled gets new keys, lest all do so at once. */
    void up(Party proven, long now, long spreadMillis) {
        state = State.UP;
        party = Optional.of(proven);
        upAt = now;
        heardAt = now;
        askedAt = now;
        endsAt = Alarm.NEVER;
        renewAt = target.isPresent() ? now + RENEW_MILLIS - spreadMillis : Alarm.NEVER;
    }

    void transmitted(int bytes) {
        transmitted += bytes;
    }

    /** Bytes, since it was open. */
    long transmitted() {
        return transmitted;
    }

    void heard(long now) {
        heardAt = now;
    }

    /** A better session with the same instance stands: this one is the second choice, and ended then if the other side has not done so. */
    void yieldUntil(long at) {
        yieldsUntil = at;
    }

    boolean yields() {
        return yieldsUntil != Alarm.NEVER;
    }

    void over(long now) {
        state = State.OVER;
        endsAt = now + GOODBYE_MILLIS;
        session.end();
    }

    boolean takesTooLong(long now) {
        return state == State.UP ? now - heardAt >= DEAD_MILLIS : now >= endsAt;
    }

    /** Nothing falls due any more: the network has been told to end it. */
    void rest() {
        endsAt = Alarm.NEVER;
    }

    /** True, once, where it is time to ask whether the other side is there. */
    boolean asks(long now) {
        if (state != State.UP || now < nextPing() - PING_EARLY_MILLIS) {
            return false;
        }
        askedAt = now;
        return true;
    }

    private long nextPing() {
        return Math.max(heardAt, askedAt) + (target.isPresent() ? PING_MILLIS : ACCEPTED_PING_MILLIS);
    }

    /** True where it was used for long, or for {@code renewBytes}; again after {@link #RENEW_AGAIN_MILLIS} if nothing has come of it. */
    boolean wantsRenewal(long now, long renewBytes) {
        boolean isUsedUp = now >= renewAt || session.sealedBytes() >= renewBytes;
        boolean wants = state == State.UP && target.isPresent() && isUsedUp;
        if (wants) {
            renewAt = now + RENEW_AGAIN_MILLIS;
        }
        return wants;
    }

    boolean hasYieldedLong(long now) {
        return state == State.UP && now >= yieldsUntil;
    }

    /** The better one has gone: this one stays. */
    void yieldNoMore() {
        yieldsUntil = Alarm.NEVER;
    }

    /** When something falls due; {@link Alarm#NEVER} while the network alone decides. */
    long nextLook() {
        return switch (state) {
            case DIALLING -> Alarm.NEVER;
            case PROVING, OVER -> endsAt;
            case UP -> Math.min(Math.min(nextPing(), heardAt + DEAD_MILLIS), Math.min(renewAt, yieldsUntil));
        };
    }
}
