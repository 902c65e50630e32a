package lanline.edge.terminal;

import com.googlecode.lanterna.input.KeyType;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lanline.core.model.Nickname;
import lanline.core.screen.Screen;
import lanline.edge.terminal.theme.Colours;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.Key;
import lanline.edge.terminal.tty.Tty;
import lanline.edge.terminal.tty.TtySettings;

/**
 * The window, drawn where nobody sees it: so the code of a frame and of a key is loaded, and compiled, before a person waits for it.
 * Nothing depends on it. Lives on the thread of its caller.
 */
public final class Rehearsal {
    private final Surface nowhere;
    private final ChatWindow window;

    /** Draws a first frame. {@code commands} takes what is typed here. */
    public Rehearsal(Map<String, String> environment, CommandSink commands) throws IOException {
        ColorDepth depth = Colours.depth(environment);
        WindowSettings settings = new WindowSettings(
                new Themes(List.of(), depth),
                new Detected(depth, true, false),
                InstantSource.system(),
                ZoneId.systemDefault(),
                "",
                failure -> {});
        Tty tty = Tty.nowhere(TtySettings.of(System.getProperties(), environment));
        nowhere = new TtySurface(tty, ColorDepth.TRUECOLOR);
        window = new ChatWindow(commands, settings, Screen.starting(Nickname.fromPeer("nobody")));
        nowhere.start();
        draw();
    }

    /** Draws a newer Screen. */
    public void show(Screen screen) {
        window.show(screen);
        draw();
    }

    /** Types a line, a key and a frame at a time, and sends it. */
    public void enter(String line) {
        line.chars().forEach(character -> press(new Key.Typed(Character.toString(character))));
        press(new Key.Special(KeyType.Enter, false, false, false));
    }

    private void press(Key key) {
        window.press(key);
        draw();
    }

    private void draw() {
        try {
            window.draw(nowhere.canvas());
            nowhere.refresh(window.takeRepaint());
        } catch (IOException impossible) {
            throw new IllegalStateException("nowhere takes everything", impossible);
        }
    }
}
