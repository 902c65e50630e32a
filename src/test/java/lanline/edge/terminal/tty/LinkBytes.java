package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A screen on a file, and the hyperlinks that were written to it. */
public final class LinkBytes {
    private static final Pattern LINK =
            Pattern.compile("\u001b]8;(?:id=[0-9a-f]+)?;([^\u001b]+)\u001b\\\\(.*?)(?=\u001b]8;)", Pattern.DOTALL);

    private final TtyFile file;
    private final TtyScreen screen;

    public LinkBytes(Path folder, int rows, int columns) throws IOException {
        file = new TtyFile(folder, rows, columns, true);
        screen = new TtyScreen(file.tty(), ColorDepth.ANSI16);
        screen.startScreen();
    }

    public Screen screen() {
        return screen;
    }

    /** Each link of the first frame as {@code address|text}, moves and colours left out; the last one is closed. */
    public List<String> links() throws IOException {
        screen.refresh(RefreshType.COMPLETE);
        String written = file.written();
        assertEquals(
                written.lastIndexOf("\u001b]8;;\u001b\\"), written.lastIndexOf("\u001b]8;"), "a link is left open");
        List<String> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(written);
        while (matcher.find()) {
            links.add(matcher.group(1) + "|" + matcher.group(2).replaceAll("\u001b\\[[0-9;?]*[A-Za-z]|[\r\n]", ""));
        }
        return links;
    }
}
