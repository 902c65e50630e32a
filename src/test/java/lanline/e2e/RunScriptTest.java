package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code run.sh} in a checkout of its own, with Javas that are shell scripts and tell what they were given. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RunScriptTest {
    private static final Path RUN_SH =
            Path.of(System.getProperty("lanline.checkout", ".")).resolve("run.sh");
    private static final String TELLS_ITS_ARGUMENTS = "for a; do printf '%s\\n' \"$a\"; done";

    /** The run behind the first one, which makes the archive, is not the one that these tests ask about. */
    private static final String MAKES_ARCHIVES = "case \"$*\" in *lanline.app.Training*) for a; do case $a in"
            + " -XX:ArchiveClassesAtExit=*|-XX:AOTCacheOutput=*) echo made >\"${a#*=}\" ;; esac; done; exit ;; esac\n";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path checkout;

    @BeforeEach
    void aCheckoutThatWasBuilt() throws IOException {
        checkout = Files.createDirectories(folder.resolve("check out"));
        Files.copy(RUN_SH, checkout.resolve("run.sh"));
        Files.createDirectories(checkout.resolve("src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.createDirectories(checkout.resolve("target"));
        Files.writeString(checkout.resolve("target/lanline-0123456789ab.jar"), "");
        Files.writeString(checkout.resolve("target/current"), "lanline-0123456789ab.jar\n");
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("TERM", "xterm");
        environment.put("LANG", "C.UTF-8");
        environment.put("JAVA_HOME", java("17.0.9", TELLS_ITS_ARGUMENTS).toString());
    }

    @Test
    void startsThroughASymlinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("check out/run.sh"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), link);
        Ended ended = run(second.toString(), "--plain", "two words");
        assertEquals(0, ended.status);
        String jar = checkout.toRealPath() + "/target/lanline-0123456789ab.jar";
        assertTrue(ended.text.contains("-cp\n" + jar + "\nlanline.app.Main\n--plain\ntwo words\n"), ended.text);
    }

    @Test
    void startsInAFolderThatNoClassPathCanName() throws Exception {
        Path colon = Files.move(checkout, folder.resolve("12:30"));
        Ended ended = run(colon.resolve("run.sh").toString(), "--plain");
        String jar = colon.toRealPath() + "/target/lanline-0123456789ab.jar";
        assertTrue(ended.text.contains("-jar\n" + jar + "\n--plain\n"), ended.text);
    }

    @Test
    void passesOverAJavaThatIsTooOld() throws Exception {
        environment.put("JAVA_HOME", java("11.0.2", "echo eleven").toString());
        environment.put("PATH", java("21.0.1", "echo twenty-one").resolve("bin") + ":" + environment.get("PATH"));
        assertEquals("twenty-one\n", run(script(), "--version").text);
    }

    @Test
    void handsOnTheStatusOfTheProgram() throws Exception {
        environment.put("JAVA_HOME", java("17", "exit 3").toString());
        assertEquals(3, run(script(), "--json").status);
    }

    @Test
    void letsNobodyElseReadWhatTheProgramWrites() throws Exception {
        environment.put("JAVA_HOME", java("17", "umask; ulimit -c").toString());
        assertEquals("0077\n0\n", run(script(), "--plain").text);
    }

    @Test
    void choosesTheCharsetFromTheLocale() throws Exception {
        assertTrue(run(script(), "--plain").text.contains("-Dlanline.charset=UTF-8\n"));
        environment.put("LC_ALL", "C");
        assertTrue(run(script(), "--plain").text.contains("-Dlanline.charset=ASCII\n"));
        environment.put("LC_ALL", "tr_TR.ISO-8859-9");
        assertTrue(run(script(), "--plain").text.contains("-Dlanline.charset=ASCII\n"));
    }

    @Test
    void startsFromTheArchiveOfThisJarAndThisJavaOnceThereIsOne() throws Exception {
        assertEquals(new Ended(0, ""), run(script(), "--make-archive"));
        Path archive = checkout.toRealPath().resolve("target/lanline-0123456789ab-17.0.9.jsa");
        assertEquals("made\n", Files.readString(archive));
        assertTrue(run(script(), "--plain").text.contains("-XX:SharedArchiveFile=" + archive + "\n"));
    }

    @Test
    void aJava25StartsFromACacheOfItsOwn() throws Exception {
        run(script(), "--make-archive");
        environment.put("JAVA_HOME", java("25.0.1", TELLS_ITS_ARGUMENTS).toString());
        assertFalse(run(script(), "--version").text.contains(".jsa"));
        run(script(), "--make-archive");
        Path cache = checkout.toRealPath().resolve("target/lanline-0123456789ab-25.0.1.aot");
        assertTrue(run(script(), "--version").text.contains("-XX:AOTCache=" + cache + "\n"));
    }

    @Test
    void whereTheArchiveCanNotBeMadeItJustStarts() throws Exception {
        environment.put("JAVA_HOME", java("17.0.9", TELLS_ITS_ARGUMENTS).toString());
        Files.createDirectories(checkout.resolve("target/lanline-0123456789ab-17.0.9.jsa.making"));
        Ended ended = run(script(), "--plain");
        assertEquals(0, ended.status);
        assertTrue(ended.text.endsWith("--plain\n"), ended.text);
    }

    @Test
    void saysThatMavenIsMissingWhereThereIsNothingBuilt() throws Exception {
        Files.delete(checkout.resolve("target/current"));
        environment.put("PATH", "");
        Ended ended = run(script(), "--plain");
        assertEquals(1, ended.status);
        assertEquals(
                "lanline: is not built yet, and Maven is missing: install it (Debian: apt install maven).\n",
                ended.text);
    }

    @Test
    void aFullScreenGetsARawTerminalAndItsSize() throws Exception {
        environment.put(
                "JAVA_HOME", java("17", TELLS_ITS_ARGUMENTS + "; stty -a").toString());
        // The library gives the terminal its size a moment after the program in it has started.
        String sized = "until [ \"$(stty size)\" = '31 101' ]; do :; done; exec '" + script() + "'";
        Ended ended = runInTerminal("/bin/sh", "-c", sized);
        assertEquals(0, ended.status);
        assertTrue(ended.text.contains("-Dlanline.tty.prepared=true\n"), ended.text);
        assertTrue(ended.text.contains("-Dlanline.tty.rows=31\n-Dlanline.tty.columns=101\n"), ended.text);
        for (String raw : List.of(" -icanon", " -echo ", "-isig", "-ixon", "-icrnl")) {
            assertTrue(ended.text.contains(raw), raw + " in " + ended.text);
        }
    }

    @Test
    void aKilledProgramLeavesAUsableTerminal() throws Exception {
        environment.put("JAVA_HOME", java("17", "echo noise >&2; kill -9 $$").toString());
        Ended ended = runInTerminal("/bin/sh", "-c", "stty -g; '" + script() + "'; echo status $?; stty -g");
        String[] lines = ended.text.split("\n");
        assertEquals(lines[0], lines[lines.length - 1], ended.text);
        assertTrue(ended.text.contains("\u001b[?1049l"), ended.text);
        assertTrue(ended.text.contains("status 137\n"), ended.text);
        assertTrue(ended.text.indexOf("noise") > ended.text.indexOf("\u001b[?1049l"), ended.text);
    }

    @Test
    void aProgramThatIsKilledLineByLineAtATerminalLeavesItUsableWithoutASequence() throws Exception {
        environment.put("JAVA_HOME", java("17", "stty raw -echo; kill -9 $$").toString());
        Ended ended = runInTerminal("/bin/sh", "-c", "stty -g; '" + script() + "' --plain; echo status $?; stty -g");
        String[] lines = ended.text.split("\n");
        assertEquals(lines[0], lines[lines.length - 1], ended.text);
        assertTrue(ended.text.contains("status 137\n"), ended.text);
        assertEquals(-1, ended.text.indexOf('\u001b'), "a screen reader would say it");
    }

    @Test
    void aSignalReachesAProgramLineByLineToo() throws Exception {
        String waits = "trap 'echo told; exit 143' TERM; kill -TERM $PPID; while :; do read -r line; done";
        environment.put("JAVA_HOME", java("17", waits).toString());
        assertEquals(new Ended(143, "told\n"), runInTerminal(script(), "--plain"));
    }

    @Test
    void withAPipeTheProgramTakesThePlaceOfTheScript() throws Exception {
        environment.put("JAVA_HOME", java("17", "echo $$").toString());
        Ended ended = run("/bin/sh", "-c", "echo $$; exec '" + script() + "' --plain");
        String[] lines = ended.text.split("\n");
        assertEquals(lines[0], lines[1]);
    }

    @Test
    void aProgramThatCanNotStartSaysWhyOnTheRestoredTerminal() throws Exception {
        environment.put(
                "JAVA_HOME", java("17", "echo no such option >&2; exit 2").toString());
        Ended ended = runInTerminal(script(), "--bogus");
        assertEquals(new Ended(2, "no such option\n"), ended);
    }

    @Test
    void aSignalReachesTheProgram() throws Exception {
        String waits = "trap 'echo told; exit 143' TERM; kill -TERM $PPID; while :; do read -r line; done";
        environment.put("JAVA_HOME", java("17", waits).toString());
        assertEquals(new Ended(143, "told\n"), runInTerminal(script()));
    }

    private String script() {
        return checkout.resolve("run.sh").toString();
    }

    private Path java(String version, String does) throws IOException {
        Path home = folder.resolve("java-" + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String name : List.of("java", "javac")) {
            Path program = Files.writeString(home.resolve("bin/" + name), "#!/bin/sh\n" + MAKES_ARCHIVES + does + "\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }

    /** Returns once what was begun in the background has ended, too: that holds the output open by a second name. */
    private Ended run(String... command) throws IOException, InterruptedException {
        List<String> held = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" 9>&1", "sh"));
        held.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(held).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return end(process);
    }

    private Ended runInTerminal(String... command) throws IOException, InterruptedException {
        return end(new PtyProcessBuilder(command)
                .setEnvironment(environment)
                .setInitialColumns(101)
                .setInitialRows(31)
                .setRedirectErrorStream(true)
                .start());
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), text);
    }

    private record Ended(int status, String text) {}
}
