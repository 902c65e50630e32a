package lanline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.edge.text.Self;
import lanline.edge.text.Streams;
import lanline.edge.text.TextFrontEnd;

/**
 * A whole short chat on the loopback network, of a script and of somebody with {@code --plain}, and then the screen; started by {@code run.sh} alone, once for each build and Java: the virtual machine
 * writes down what it has loaded by the end of it, and starts from that next time. {@code Training FOLDER} keeps what it must
 * keep in FOLDER, which the caller deletes.
 */
public final class Training {
    /** An answer takes milliseconds; on a machine that is busy beyond all measure the archive knows a little less. */
    private static final long PATIENCE_SECONDS = 5;

    private static final String LOOPBACK = "lo";
    private static final String NO_TERMINAL = "/dev/null";

    private final Path folder;
    private final int udpPort;
    private final CountDownLatch appeared = new CountDownLatch(2);
    private final CountDownLatch arrived = new CountDownLatch(2);
    private final CountDownLatch progressed = new CountDownLatch(2);

    private Training(Path folder, int udpPort) {
        this.folder = folder;
        this.udpPort = udpPort;
    }

    public static void main(String[] arguments) throws Exception {
        WarmUp.run(System.getenv());
        Training training = new Training(Path.of(arguments[0]), freePort());
        training.chat();
        // The whole program twice: it ends because its input, and then its terminal, is at its end.
        training.runAsScript();
        System.setProperty(FullScreenRun.TERMINAL, NO_TERMINAL);
        Main.main(training.commandLine("ali"));
    }

    /** Nobody else on this machine should hear of the two. */
    private static int freePort() throws IOException {
        try (DatagramSocket any = new DatagramSocket(0)) {
            return any.getLocalPort();
        }
    }

    private void chat() throws UsageException, StartupException, IOException, InterruptedException {
        EventBus ecesBus = new EventBus();
        EventBus alisBus = new EventBus();
        try (ChatApp ece = app("ece", ecesBus);
                ChatApp ali = app("ali", alisBus);
                PipedOutputStream ecesScript = new PipedOutputStream();
                PipedOutputStream alisKeys = new PipedOutputStream()) {
            TextFrontEnd json = TextFrontEnd.json(ecesBus, streams(ecesScript), self("ece", ece));
            TextFrontEnd plain = TextFrontEnd.plain(
                    alisBus, streams(alisKeys), self("ali", ali), ali.time(), ZoneId.systemDefault(), Duration.ZERO);
            ece.start();
            ali.start();
            json.start();
            plain.start();
            appeared.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            ecesBus.put(new OpenConversation(Tag.NONE, "ali"));
            write(ecesScript, "{\"do\":\"send\",\"to\":\"ali\",\"text\":\"is port 16 up again?\"}");
            write(alisKeys, "/msg ece LEDs are on");
            arrived.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            progressed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            write(ecesScript, "{\"do\":\"users\"}");
            // The start that follows has settings to read, as all but the very first have.
            ali.keep(Setting.NAME, "ali");
        }
    }

    private static Streams streams(PipedOutputStream written) throws IOException {
        return new Streams(new PipedInputStream(written), OutputStream.nullOutputStream());
    }

    private static Self self(String name, ChatApp app) {
        return new Self(Nickname.fromPeer(name), PeerId.lanline(app.identity().id()), Version.text());
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    private void runAsScript() throws UsageException, StartupException, InterruptedException {
        Options options = options("ece", "--json");
        TextRun.of(options, session(options)).run();
    }

    private String[] commandLine(String name, String... more) {
        String home = folder.resolve(name).toString();
        Stream<String> line = Stream.of(
                "--name", name, "--home", home, "--interface", LOOPBACK, "--udp-port", Integer.toString(udpPort));
        return Stream.concat(line, Stream.of(more)).toArray(String[]::new);
    }

    private Options options(String name, String... more) throws UsageException {
        return OptionsParser.check(OptionsParser.read(commandLine(name, more)), true);
    }

    private static Session session(Options options) throws StartupException {
        return Session.open(HomePath.of(options.person().home(), System.getenv(), ""));
    }

    private ChatApp app(String name, EventBus bus) throws UsageException, StartupException {
        Options options = options(name);
        Session session = session(options);
        Nickname nickname = Nickname.fromPeer(name);
        ChatApp.Person person = new ChatApp.Person(
                nickname,
                session.preferences(options.person(), nickname),
                session.identity().use());
        bus.subscribe(PeerAppeared.class, event -> appeared.countDown());
        bus.subscribe(MessageArrived.class, event -> arrived.countDown());
        bus.subscribe(MessageProgressed.class, event -> progressed.countDown());
        return new ChatApp(options, session, person, bus, screen -> {});
    }
}
