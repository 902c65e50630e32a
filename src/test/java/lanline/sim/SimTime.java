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
    private final long started;
    private final long skewMillis;
    private final NavigableSet<Long> wishes = new TreeSet<>();
    private long jumpedMillis;

    SimTime(Agenda agenda, long skewMillis, Runnable tick) {
        this.agenda = agenda;
        this.tick = tick;
        this.skewMillis = skewMillis;
        started = agenda.now();
    }

    void jump(long millis) {
        jumpedMillis += millis;
    }

    @Override
    public Instant now() {
        return START.plusMillis(agenda.now() + skewMillis + jumpedMillis);
    }

    @Override
    public long uptimeMillis() {
        return agenda.now() - started;
    }

    @Override
    public void wakeAt(long uptimeMillis) {
        if (wishes.add(uptimeMillis)) {
            agenda.in(uptimeMillis - uptimeMillis(), this::grant);
        }
    }

    private void grant() {
        wishes.headSet(uptimeMillis(), true).clear();
        tick.run();
    }
}
