package lanline.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Nickname;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/**
 * A whole short chat on the loopback network, started by {@code run.sh} alone, once for each build and Java: the virtual machine
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
        // The whole program, which ends because its terminal is at its end.
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
                ChatApp ali = app("ali", alisBus)) {
            ece.start();
            ali.start();
            appeared.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            ecesBus.put(new OpenConversation(Tag.NONE, "ali"));
            ecesBus.put(new SendText(Tag.NONE, "ali", SafeText.line("is port 16 up again?")));
            alisBus.put(new SendText(Tag.NONE, "ece", SafeText.line("LEDs are on")));
            arrived.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            progressed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // The start that follows has settings to read, as all but the very first have.
            ali.keep(Setting.NAME, "ali");
        }
    }

    private String[] commandLine(String name) {
        String home = folder.resolve(name).toString();
        return new String[] {
            "--name", name, "--home", home, "--interface", LOOPBACK, "--udp-port", Integer.toString(udpPort)
        };
    }

    private ChatApp app(String name, EventBus bus) throws UsageException, StartupException {
        Options options = OptionsParser.check(OptionsParser.read(commandLine(name)), true);
        Session session = Session.open(HomePath.of(options.person().home(), System.getenv(), ""));
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
