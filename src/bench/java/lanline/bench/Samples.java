package lanline.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured values of one figure, in its unit. Lives on the thread that measures. */
final class Samples {
    /** Below this many values the 99th percentile is the greatest one, and says nothing of its own. */
    private static final int ENOUGH_FOR_P99 = 100;

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    void addMillis(long fromNanos, long toNanos) {
        values.add((toNanos - fromNanos) / 1e6);
    }

    void addAll(Samples others) {
        values.addAll(others.values);
    }

    int count() {
        return values.size();
    }

    double median() {
        return percentile(50);
    }

    String medianText() {
        return values.isEmpty() ? "–" : number(median());
    }

    String p99Text() {
        return values.size() < ENOUGH_FOR_P99 ? "–" : number(percentile(99));
    }

    String rangeText() {
        return values.isEmpty() ? "–" : number(percentile(0)) + " to " + number(percentile(100));
    }

    private double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.round((sorted.size() - 1) * percent / 100.0));
    }

    private static String number(double value) {
        String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
