package lanline.edge.system;

import java.time.Instant;
import lanline.core.model.Pin;
import lanline.core.model.Trust;

/**
 * A pin with the moment when its trust was last decided, in milliseconds; 0 if it came about by itself. By that moment two machines
 * that share a home agree: whatever one of them was told of last holds.
 */
record KeptPin(Pin pin, long decidedMillis) {
    /** The next state of {@code earlier}, as one's own program has it: whoever changes the trust has decided. */
    static KeptPin after(KeptPin earlier, Pin pin, long nowMillis) {
        Trust before = earlier.pin.trust();
        boolean isByItself = earlier.pin.past().equals(pin.past())
                && (before == pin.trust() || before == Trust.NEW && pin.trust() == Trust.KNOWN);
        return new KeptPin(pin, isByItself ? earlier.decidedMillis : Math.max(nowMillis, earlier.decidedMillis + 1));
    }

    /** Nobody has decided that somebody is new, or bears a name that another key had. */
    static KeptPin first(Pin pin, long nowMillis) {
        boolean isByItself = pin.trust() == Trust.NEW || pin.trust() == Trust.CHANGED;
        return new KeptPin(pin, isByItself ? 0 : nowMillis);
    }

    /** True if {@code other}, of the same key, says the same of it as far as that can be decided. */
    boolean saysAs(Pin other) {
        return pin.trust() == other.trust() && pin.past().equals(other.past());
    }

    /** What holds of two rows of one key; the same in either order, unless the two machines were there in the same millisecond. */
    KeptPin mergedWith(KeptPin other) {
        KeptPin decided = decidedBefore(other) ? other : this;
        KeptPin later = pin.seen().last().isBefore(other.pin.seen().last()) ? other : this;
        KeptPin named = decided.pin.trust() == Trust.VERIFIED ? decided : later;
        Pin merged = decided.pin.with(named.pin.name()).with(seenWith(other), later.pin.lastAddress());
        return new KeptPin(merged, decided.decidedMillis);
    }

    /** Where neither was decided, or both at once, the one that says more holds. */
    private boolean decidedBefore(KeptPin other) {
        return decidedMillis < other.decidedMillis
                || decidedMillis == other.decidedMillis && pin.trust().compareTo(other.pin.trust()) < 0;
    }

    private Pin.Seen seenWith(KeptPin other) {
        Pin.Seen one = pin.seen();
        Pin.Seen two = other.pin.seen();
        return new Pin.Seen(
                earliest(one.first(), two.first()),
                one.last().isBefore(two.last()) ? two.last() : one.last(),
                Math.max(one.leastSuite(), two.leastSuite()),
                Math.max(one.epoch(), two.epoch()));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** What a person has decided is not dropped to make room. */
    boolean isByHand() {
        return pin.trust() == Trust.VERIFIED || pin.trust() == Trust.BLOCKED;
    }
}
