package lanline.bench;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Runs the benchmarks, all or the one that is named, and prints one line for each. */
public final class Bench {
    private static final TreeMap<String, Callable<String>> BENCHMARKS = new TreeMap<>();

    static {
        BENCHMARKS.put("start", new StartBench());
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String wanted = args.length == 0 ? "all" : args[0];
        List<String> names = wanted.equals("all") ? List.copyOf(BENCHMARKS.keySet()) : List.of(wanted);
        for (String name : names) {
            Callable<String> benchmark = BENCHMARKS.get(name);
            if (benchmark == null) {
                System.err.println("no benchmark " + name + "; there are: " + String.join(", ", BENCHMARKS.keySet()));
                System.exit(2);
            } else {
                System.out.println(name + ": " + benchmark.call());
            }
        }
    }
}
