package lanline.e2e;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.testing.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A LAN for a class of tests (static field) or for one test (instance field), with what runs on its hosts. Programs end, and homes
 * are deleted, after each test; those that were started before the first one, after all. Lives on the test's thread.
 */
final class Lab implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    /** The order of classes that wait for most of a minute: others run meanwhile. */
    static final int LONGEST_FIRST = 1;

    /** What classes lock that pour over the network: two of them at a time would measure each other. */
    static final String MOST_OF_THE_MACHINE = "most of the machine";

    private final int hosts;
    private final int prefixLength;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<AutoCloseable> lasting = new ArrayList<>();
    private @Nullable Lan lan;
    private @Nullable Path lastingFolder;
    private @Nullable Path folder;
    private boolean isForClass;

    private Lab(int hosts, int prefixLength) {
        this.hosts = hosts;
        this.prefixLength = prefixLength;
    }

    static Lab withHosts(int hosts) {
        return new Lab(hosts, 24);
    }

    static Lab withHosts(int hosts, int prefixLength) {
        return new Lab(hosts, prefixLength);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        isForClass = true;
        lan = Lan.of(hosts, prefixLength);
        lastingFolder = Files.createTempDirectory("lanline-e2e");
        folder = lastingFolder;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (lan == null) {
            lan = Lan.of(hosts, prefixLength);
        }
        if (folder == lastingFolder) {
            lasting.addAll(running);
            running.clear();
        }
        folder = Files.createTempDirectory("lanline-e2e");
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        end(running);
        delete(folder());
        if (!isForClass) {
            lan().close();
            lan = null;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        end(running);
        end(lasting);
        delete(requireNonNull(lastingFolder));
        lan().close();
    }

    private static void end(List<AutoCloseable> programs) throws Exception {
        for (AutoCloseable each : programs) {
            each.close();
        }
        programs.clear();
    }

    /** The network. */
    Lan lan() {
        return requireNonNull(lan);
    }

    /** A folder of this test. */
    Path folder() {
        return requireNonNull(folder);
    }

    /** The home of a person. */
    Path home(String who) {
        return folder().resolve("home of " + who);
    }

    /** Makes a home for a person who has written these settings and has not started yet. */
    void settings(String who, String json) throws IOException {
        Files.createDirectory(
                home(who), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(home(who).resolve("settings.json"), json);
    }

    /** Makes a home for a person that is like another one, which no program has open. */
    void copyHome(Path from, String who) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = home(who).resolve(from.relativize(file).toString());
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Starts a Lanline with {@code --json} on a host for {@code who}, by that name, and waits until it is ready. */
    Program start(int host, String who, String... options) throws IOException, InterruptedException {
        Program program = launch(host, who, options);
        program.awaitReady();
        return program;
    }

    /** As {@link #start}, without waiting. */
    Program launch(int host, String who, String... options) throws IOException {
        String[] named = concat(new String[] {"--json", "--name", who}, options);
        return launchAs(host, who, named);
    }

    /** Starts a Lanline in the home of {@code who} with just these options; its output is JSON if they say so. */
    Program launchAs(int host, String who, String... options) throws IOException {
        return program(host, who, Launch.lanline(home(who), options));
    }

    /** A Lanline that is started by some other command. */
    Program program(int host, String who, List<String> command) throws IOException {
        Program program = new Program(who, Launch.start(lan().host(host), command, folder()));
        running.add(program);
        return program;
    }

    /** Runs a {@code --plain} with these lines as its input, to its end with status 0; returns what it said. */
    List<String> script(int host, String who, String... lines) throws IOException, InterruptedException {
        Running plain = launchAs(host, who, "--plain");
        for (String line : lines) {
            plain.type(line);
        }
        plain.endInput();
        int status = plain.awaitEnd();
        if (status != 0) {
            throw new AssertionError(plain.story("ended with " + status));
        }
        return plain.output().awaitAll();
    }

    /** Any program on a host. */
    Running run(int host, List<String> command) throws IOException {
        Running started = new Running(command.get(0), Launch.start(lan().host(host), command, folder()));
        running.add(started);
        return started;
    }

    /** Starts {@code run.sh} on a host in a terminal of its own, with the home of {@code who}. */
    InTerminal terminal(int host, String who, int columns, int rows) throws IOException {
        InTerminal terminal = InTerminal.program(who, lan().host(host), home(who), columns, rows);
        running.add(terminal);
        return terminal;
    }

    /** A shell with job control on a host, in a terminal of its own. */
    InTerminal shell(int host, String who, int columns, int rows) throws IOException {
        InTerminal terminal = InTerminal.shell(who, lan().host(host), columns, rows);
        running.add(terminal);
        return terminal;
    }

    /** Another program than Lanline on a host, that says and hears bytes. */
    RawPeer raw(int host) throws IOException {
        return new RawPeer(run(host, Launch.helper(RawHost.class)));
    }

    /** Somebody with the key {@code key} on a host, whose program does what the test tells it; reached at {@code port}. */
    LanlinePeer lanline(int host, String name, char key, int port) throws IOException {
        Running raw = run(host, Launch.helper(RawHost.class));
        return new LanlinePeer(raw, Samples.key(key), name, new Endpoint(new HostAddress(lan().address(host)), port));
    }

    /** A program of the course with the old encryption. */
    CoursePeer course(int host) throws IOException {
        return new CoursePeer(run(host, PythonCondition.command("course_peer.py")));
    }

    private static String[] concat(String[] first, String... second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
