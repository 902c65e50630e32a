package lanline.sim;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Virtual time: what is to happen, in order. All chance of a simulated world comes from its one seeded source. */
final class Agenda {
    private record Job(long at, long number, Runnable what) implements Comparable<Job> {
        @Override
        public int compareTo(Job other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Job> jobs = new PriorityQueue<>();
    private final SplittableRandom random;
    private long now;
    private long made;

    Agenda(long seed) {
        random = new SplittableRandom(seed);
    }

    long now() {
        return now;
    }

    RandomGenerator random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code least} up to {@code most}. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    void in(long millis, Runnable what) {
        jobs.add(new Job(now + Math.max(0, millis), made++, what));
    }

    void runUntil(long end) {
        while (!jobs.isEmpty() && jobs.element().at() <= end) {
            Job job = jobs.remove();
            now = job.at();
            job.what().run();
        }
        now = end;
    }
}
