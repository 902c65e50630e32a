package lanline.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the built program is started: the jar of this build, with the settings of {@code run.sh}. */
final class Launch {
    /** The built jar, as the build names it. */
    static final Path JAR = Path.of(System.getProperty("lanline.jar", "target/lanline.jar"));

    static final Path RUN_SH = Path.of(System.getProperty("lanline.checkout", ""))
            .resolve("run.sh")
            .toAbsolutePath();

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

    private static final Path ARCHIVE = JAR.resolveSibling(
            JAR.getFileName().toString().replaceAll("\\.jar$", "-" + System.getProperty("java.version") + ".jsa"));

    private Launch() {}

    /** Lanline, without {@code run.sh}. */
    static List<String> lanline(Path home, String... options) {
        if (!Files.isReadable(JAR)) {
            throw new AssertionError("there is no " + JAR + ": these tests run in \"mvn verify\"");
        }
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(QUICK);
        // Made by the build, as run.sh uses it: half of what a start costs.
        if (Files.isReadable(ARCHIVE)) {
            command.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        command.addAll(List.of("-Xms6m", "-Xmx48m", "-Xss256k", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-Dlanline.charset=UTF-8", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        command.addAll(List.of("-jar", JAR.toString(), "--home", home.toString()));
        command.addAll(List.of(options));
        return command;
    }

    /** A class of these tests as a process of its own. */
    static List<String> helper(Class<?> main) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(QUICK);
        command.addAll(List.of("-Xmx64m", "-cp", classes(main), main.getName()));
        return command;
    }

    /** A class of these tests beside the built jar, and nothing else. */
    static List<String> helperOnTheJar(Class<?> main) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(QUICK);
        command.addAll(List.of("-Xmx64m", "-cp", JAR + File.pathSeparator + classes(main), main.getName()));
        return command;
    }

    private static String classes(Class<?> main) {
        return Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }

    /** Starts a command in {@code host}, in the environment of somebody who has set nothing. */
    static Process start(Namespace host, List<String> command, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(host.enter(command.toArray(String[]::new)));
        builder.environment().keySet().removeIf(key -> key.startsWith("LANLINE") || key.startsWith("XDG"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.directory(folder.toFile()).start();
    }
}
