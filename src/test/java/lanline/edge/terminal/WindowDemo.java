package lanline.edge.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.Quit;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Delivery;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.edge.terminal.theme.Colours;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.Tty;
import lanline.edge.terminal.tty.TtySettings;

/** The window in a real terminal with a made-up feed, for looking: no test. Arguments: people, messages, "ask". */
final class WindowDemo {
    private final LinkedBlockingQueue<UserCommand> commands = new LinkedBlockingQueue<>();
    private final Screens screens = Screens.asInTheSpecification();
    private final CountDownLatch over = new CountDownLatch(1);

    private WindowDemo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new WindowDemo().run(arguments);
    }

    private void run(String[] arguments) throws IOException, InterruptedException {
        ColorDepth depth = Colours.depth(System.getenv());
        Tty tty = Tty.open(Tty.CONTROLLING, TtySettings.of(System.getProperties(), System.getenv()));
        Path log = Path.of(System.getProperty("java.io.tmpdir"), "window-demo.log");
        WindowSettings settings = new WindowSettings(
                new Themes(List.of(), depth),
                new Detected(depth, true, true),
                InstantSource.system(),
                ZoneId.systemDefault(),
                "demo",
                kept -> {},
                failure -> write(log, failure));
        ScreenThread screen = new ScreenThread(tty, depth, commands::offer, settings, over::countDown);
        if (arguments.length > 2 && arguments[2].equals("ask")) {
            screen.askName(Nickname.fromPeer("ece"), Preferences.USUAL);
        }
        screen.start(Screens.STARTING);
        feed(arguments, screen);
        screen.stop();
    }

    private void feed(String[] arguments, ScreenThread screen) throws InterruptedException {
        for (int i = 0; arguments.length > 0 && i < Integer.parseInt(arguments[0]); i++) {
            screens.person("person" + i, 0, Presence.ONLINE, i % 3 == 0, 0, false);
        }
        screen.accept(screens.screen());
        for (int i = 0; arguments.length > 1 && i < Integer.parseInt(arguments[1]); i++) {
            screens.from("ali", Instant.now().toString(), "message " + i + " of a flood 日本語 👩‍💻");
            screen.accept(screens.screen());
        }
        while (over.getCount() > 0) {
            UserCommand command = commands.poll(100, TimeUnit.MILLISECONDS);
            if (command instanceof Quit) {
                return;
            }
            if (command instanceof SendText send) {
                screens.own(Instant.now().toString(), send.text().value(), Delivery.SENT);
                screen.accept(screens.screen());
            }
        }
    }

    private static void write(Path log, Throwable failure) {
        try (java.io.PrintWriter out = new java.io.PrintWriter(log.toFile(), java.nio.charset.StandardCharsets.UTF_8)) {
            failure.printStackTrace(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
