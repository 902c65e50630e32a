package lanline.edge.terminal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand;
import lanline.core.model.Nickname;
import lanline.core.screen.Screen;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.KeptInput;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Key;

/** The real window on a buffer, with a core that only writes down what it is asked. */
final class TestWindow {
    final List<UserCommand> commands = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    final List<List<KeptInput>> kept = new ArrayList<>();
    Optional<Nickname> answered = Optional.empty();
    final List<Optional<Passphrase>> passphrases = new ArrayList<>();
    boolean coreIsFull;
    private Instant now = Instant.parse("2020-11-21T12:55:00Z");
    private final Picture picture;
    private final ChatWindow window;

    TestWindow(int columns, int rows, Screen first) {
        picture = new Picture(columns, rows);
        InstantSource clock = () -> now;
        Themes themes = new Themes(List.of(), ColorDepth.ANSI16);
        WindowSettings settings = new WindowSettings(
                themes,
                new Detected(ColorDepth.ANSI16, true, false),
                clock,
                ZoneOffset.UTC,
                "0.1.0",
                kept::add,
                failures::add);
        window = new ChatWindow(this::take, settings, first);
        draw();
    }

    private boolean take(UserCommand command) {
        return !coreIsFull && commands.add(command);
    }

    TestWindow show(Screen screen) {
        window.show(screen);
        return draw();
    }

    TestWindow press(String... names) {
        for (String name : names) {
            window.press(Keys.named(name));
            draw();
        }
        return this;
    }

    TestWindow type(String text) {
        text.codePoints().forEach(c -> window.press(new Key.Typed(Character.toString(c))));
        return draw();
    }

    TestWindow paste(String text) {
        window.press(new Key.Paste(text, 0));
        return draw();
    }

    TestWindow give(Key key) {
        window.press(key);
        return draw();
    }

    TestWindow resize(int columns, int rows) {
        picture.resize(rows, columns);
        return draw();
    }

    /** What was typed in earlier runs is here now. */
    TestWindow restore(KeptInput... earlier) {
        window.keeping().restore(List.of(earlier));
        return draw();
    }

    void end() {
        window.keeping().keepNow();
    }

    TestWindow passMillis(long millis) {
        now = now.plusMillis(millis);
        window.releaseKeys();
        window.keeping().keepIfDue();
        return draw();
    }

    TestWindow askName(String proposed) {
        window.askName(proposed, name -> answered = name);
        return draw();
    }

    TestWindow askPassphrase(String complaint) {
        window.askPassphrase(SafeText.line(complaint), passphrases::add);
        return draw();
    }

    private TestWindow draw() {
        window.draw(picture.canvas());
        return this;
    }

    /** What was sent beside cells since the last look. */
    List<String> sequences() {
        List<String> taken =
                window.takeSequences().stream().map(ControlSequence::text).toList();
        return taken;
    }

    Picture picture() {
        return picture;
    }

    String text() {
        return picture.text();
    }

    /** The rows of the input and the status line at the bottom. */
    String status() {
        String[] rows = text().split("\n", -1);
        return rows[rows.length - 3].strip();
    }

    String lastRow() {
        String[] rows = text().split("\n", -1);
        return rows[rows.length - 2];
    }

    <C extends UserCommand> List<C> sent(Class<C> kind) {
        return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
