package lanline.core.presence;

import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.dialect.Proof;
import lanline.core.dialect.Sighting;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Party;
import lanline.core.model.Pin;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Which signed announcements are believed ({@code security.md} section 4): those that are news of their run, of a time that can be, and
 * signed by whom they name, asked in the order of the cost. Lives on the bus thread.
 */
final class AnnouncementCheck {
    /** A clock may be set to another zone, not to another year; whoever is further ahead is believed once a session proves that it runs now. */
    private static final long MOST_AHEAD_MILLIS = 24 * 3_600_000L;

    /** Signatures looked at in a second, in all: a fifth of a processor at the most. One more is dropped; its sender announces again. */
    private static final double CHECKS_PER_SECOND = 200;

    /** Of these, so many are kept for people met before: strangers in a flood do not use them up. */
    private static final double KEPT_FOR_KNOWN = CHECKS_PER_SECOND / 2;

    /**
     * Runs, and people, remembered: of both more than the list can hold. One more, and the one unheard longest is believed again
     * whatever it repeats.
     */
    private static final int MOST = 20_000;

    private final TimeSource time;
    private final Map<Run, ReplayWindow> heard = bounded();
    private final Map<Run, Boolean> proven = bounded();
    private final Map<LanlineId, Long> epochs = bounded();
    private double checksLeft = CHECKS_PER_SECOND;
    private long filledAt;

    AnnouncementCheck(TimeSource time) {
        this.time = time;
        this.filledAt = time.uptimeMillis();
    }

    /** What became of an announcement. */
    enum Verdict {
        BELIEVED(""),
        /** It was passed by the next one on another network: where it came from is news, what it says is not. */
        LATE(""),
        /** Networks double and reorder: this alone is no reason to complain. */
        REPEATED(""),
        AHEAD("its clock is more than a day ahead of this one"),
        EARLIER("it is from an earlier run of somebody known"),
        TOO_MANY("more announcements came in a second than are checked"),
        FORGED("it was not signed by whom it names");

        private final String problem;

        Verdict(String problem) {
            this.problem = problem;
        }

        /** For people; empty where there is none. */
        SafeText problem() {
            return SafeText.line(problem);
        }
    }

    record Run(LanlineId id, InstanceId instance) {
        static Run of(Sighting.Lanline said) {
            return new Run(said.id(), said.instance());
        }

        static Run of(Party party) {
            return new Run(party.id(), party.instance());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Run that && id.equals(that.id) && instance.equals(that.instance);
        }

        @Override
        public int hashCode() {
            return 31 * id.hashCode() + instance.hashCode();
        }
    }

    /** Looks at {@code said}, and remembers it if it is believed. */
    Verdict verdict(Sighting.Lanline said, Proof proof) {
        Run run = Run.of(said);
        ReplayWindow before = heard.get(run);
        if (before != null && before.isRepeated(said)) {
            return Verdict.REPEATED;
        }
        if (!proven.containsKey(run) && said.epoch() > time.now().toEpochMilli() + MOST_AHEAD_MILLIS) {
            return Verdict.AHEAD;
        }
        if (!proven.containsKey(run) && said.epoch() < epochs.getOrDefault(said.id(), 0L)) {
            return Verdict.EARLIER;
        }
        boolean isKnown = isKnown(said.id());
        if (!mayCheck(isKnown)) {
            return Verdict.TOO_MANY;
        }
        boolean isSound = isKnown || before != null || proof.hasSoundKey();
        if (!isSound || !proof.holds()) {
            return Verdict.FORGED;
        }
        if (before == null) {
            heard.put(run, new ReplayWindow(said));
            return Verdict.BELIEVED;
        }
        return before.take(said) ? Verdict.BELIEVED : Verdict.LATE;
    }

    /** True if it was met, in this run or in an earlier one. */
    boolean isKnown(LanlineId id) {
        return epochs.containsKey(id);
    }

    private boolean mayCheck(boolean isKnown) {
        long now = time.uptimeMillis();
        checksLeft = Math.min(CHECKS_PER_SECOND, checksLeft + (now - filledAt) * CHECKS_PER_SECOND / 1_000);
        filledAt = now;
        if (checksLeft < (isKnown ? 1 : KEPT_FOR_KNOWN + 1)) {
            return false;
        }
        checksLeft--;
        return true;
    }

    /** Nothing from before its last run is news any more. */
    void know(Pin pin) {
        epochs.merge(pin.id(), pin.seen().epoch(), Math::max);
    }

    /** This run is going on, whatever its clock says: a session was made with it. */
    void prove(Party party) {
        proven.put(Run.of(party), true);
        epochs.putIfAbsent(party.id(), 0L);
    }

    /** This run has ended for good: whatever is still on its way from it is late. */
    void end(Party party) {
        heard.put(
                Run.of(party),
                new ReplayWindow(new Sighting.Lanline(party.id(), party.instance(), Long.MAX_VALUE, Long.MAX_VALUE)));
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
