package lanline.sim;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import lanline.core.port.TimeSource;

/** The time of one simulated process: its uptime starts at 0, its wall clock may be wrong and may jump. */
final class SimTime implements TimeSource {
    private static final Instant START = Instant.parse("2025-03-01T09:00:00Z");

    private final Agenda agenda;
    private final Runnable tick;
    private final NavigableSet<Long> wishes = new TreeSet<>();
    private final long skewMillis;
    private long jumpedMillis;
    /** Virtual time minus uptime. */
    private long missedMillis;
    /** When the machine was put to sleep; -1 while it is awake. */
    private long asleepSince = -1;

    SimTime(Agenda agenda, long skewMillis, Runnable tick) {
        this.agenda = agenda;
        this.tick = tick;
        this.skewMillis = skewMillis;
        missedMillis = agenda.now();
    }

    void jump(long millis) {
        jumpedMillis += millis;
    }

    /** The uptime stands still. */
    void sleep() {
        asleepSince = agenda.now();
    }

    void wake() {
        missedMillis += agenda.now() - asleepSince;
        asleepSince = -1;
        wishes.forEach(this::await);
    }

    @Override
    public Instant now() {
        return START.plusMillis(agenda.now() + skewMillis + jumpedMillis);
    }

    @Override
    public long uptimeMillis() {
        return (asleepSince < 0 ? agenda.now() : asleepSince) - missedMillis;
    }

    @Override
    public void wakeAt(long uptimeMillis) {
        if (wishes.add(uptimeMillis)) {
            await(uptimeMillis);
        }
    }

    private void await(long uptimeMillis) {
        agenda.in(uptimeMillis - uptimeMillis(), this::grant);
    }

    /** A wish for a moment that was slept through is granted after it. */
    private void grant() {
        if (asleepSince < 0) {
            wishes.headSet(uptimeMillis(), true).clear();
            tick.run();
        }
    }
}
