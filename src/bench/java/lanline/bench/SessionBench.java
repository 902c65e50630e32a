package lanline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sessions in the virtual machine as {@code run.sh} starts it, and in one with the second compiler, beside OpenSSL's AES-256-GCM on the same core. */
final class SessionBench implements Benchmark {
    /** As in {@code run.sh}. */
    private static final List<String> C1 =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms6m", "-Xmx48m", "-Xss256k");

    private static final List<String> C2 = List.of("-XX:+UseSerialGC", "-Xmx48m");

    /** OpenSSL's table: thousands of bytes a second at a block size. */
    private static final Pattern OPENSSL = Pattern.compile("AES-256-GCM\\s+([0-9.]+)k", Pattern.CASE_INSENSITIVE);

    @Override
    public void run(Report report) {
        Map<Integer, Samples> openssl = new LinkedHashMap<>();
        for (int bytes : SessionRates.TEXT_BYTES) {
            openssl.put(bytes, openssl(bytes));
            report.row("openssl aes-256-gcm, " + bytes + " bytes, MB/s", openssl.get(bytes), "");
        }
        compiler(report, "C1", C1, openssl);
        compiler(report, "C2", C2, openssl);
    }

    private static void compiler(Report report, String name, List<String> flags, Map<Integer, Samples> openssl) {
        Map<String, Samples> figures = new LinkedHashMap<>();
        for (int start = 0; start < Bench.ROUNDS; start++) {
            measure(flags)
                    .forEach((figure, samples) -> figures.computeIfAbsent(figure, any -> new Samples())
                            .addAll(samples));
        }
        figures.forEach((figure, samples) -> report.row(name + ": " + figure, samples, ""));
        openssl.forEach((bytes, speed) -> {
            Samples ratio = new Samples();
            ratio.add(100
                    * figures.get("texts of " + bytes + " bytes, sealed and opened, MB/s")
                            .median()
                    / speed.median());
            report.row(name + ": texts of " + bytes + " bytes, sealed and opened, % of openssl", ratio, "");
        });
    }

    private static Map<String, Samples> measure(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SessionRates.class.getName()));
        Map<String, Samples> figures = new LinkedHashMap<>();
        for (String line : Commands.output(command.toArray(String[]::new)).split("\n")) {
            String[] figure = line.split("\t");
            figures.computeIfAbsent(figure[0], any -> new Samples()).add(Double.parseDouble(figure[1]));
        }
        return figures;
    }

    private static Samples openssl(int bytes) {
        Samples samples = new Samples();
        for (int i = 0; i < 3; i++) {
            Matcher figure = OPENSSL.matcher(Commands.output(
                    "openssl", "speed", "-seconds", "1", "-bytes", String.valueOf(bytes), "-evp", "aes-256-gcm"));
            if (figure.find()) {
                samples.add(Double.parseDouble(figure.group(1)) / 1e3);
            }
        }
        return samples;
    }
}
