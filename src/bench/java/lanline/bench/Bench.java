package lanline.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs the benchmarks, all or the one that is named, and prints a table. Most need root, for network namespaces. */
public final class Bench {
    /** Fresh starts of each benchmark; fewer, by {@code -Dlanline.bench.rounds}, only to look whether it works. */
    static final int ROUNDS = Integer.getInteger("lanline.bench.rounds", 7);

    private static final Map<String, Supplier<Benchmark>> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put("version", VersionBench::new);
        BENCHMARKS.put("screen", ScreenBench::new);
        BENCHMARKS.put("ends", EndsBench::new);
        BENCHMARKS.put("enter", EnterBench::new);
        BENCHMARKS.put("flood", FloodBench::new);
        BENCHMARKS.put("peers", PeersBench::new);
        BENCHMARKS.put("history", HistoryBench::new);
        BENCHMARKS.put("older", OlderBench::new);
        BENCHMARKS.put("delivered", DeliveredBench::new);
        BENCHMARKS.put("noise", NoiseBench::new);
        BENCHMARKS.put("session", SessionBench::new);
        BENCHMARKS.put("sessions", SessionsBench::new);
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String wanted = args.length == 0 ? "all" : args[0];
        List<String> names = wanted.equals("all") ? List.copyOf(BENCHMARKS.keySet()) : List.of(wanted.split(","));
        if (!BENCHMARKS.keySet().containsAll(names)) {
            System.err.println("no benchmark " + wanted + "; there are: " + String.join(", ", BENCHMARKS.keySet()));
            System.exit(2);
        }
        Report report = new Report();
        report.begin();
        for (String name : names) {
            BENCHMARKS.get(name).get().run(report);
        }
        System.exit(0);
    }
}
