package lanline.edge.terminal.view;

import java.util.List;
import lanline.core.model.PeerId;
import lanline.core.model.Status;
import lanline.core.screen.Screen;
import lanline.core.screen.Transcript;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;

/** The first row: who one talks with, where, how safely; how many are here, and the time. */
public final class TitleBar {
    private final Drawn drawn = new Drawn();

    /** What the first row says: at the left who, where and how safely, and at the right all else. */
    private record Words(String name, String address, String security, String right) {}

    /** {@code epoch} rises when everything has to be drawn again. */
    public void draw(Canvas canvas, Screen screen, String clock, Theme theme, int epoch) {
        Words words = words(screen, clock);
        if (!drawn.isSame(words.name, words.address, words.security, words.right, theme, epoch)) {
            paint(canvas, words, theme);
        }
    }

    private static Words words(Screen screen, String clock) {
        Transcript.Title title = screen.transcript().title();
        String here = screen.self().starting() ? "starting" : screen.sidebar().here() + " here";
        Status status = screen.self().status();
        String own = status == Status.ONLINE ? "" : status.word() + "   ";
        boolean isIgnored = screen.self()
                .preferences()
                .ignoredIds()
                .contains(new PeerId(screen.transcript().conversation().text()));
        String name = isIgnored ? title.name() + " (ignored)" : title.name().value();
        return new Words(name, title.address().value(), title.security().value(), own + here + "   " + clock);
    }

    /** Where it gets narrow the count goes first, then the clock, then the address; how safe it is stays to the last. */
    private static void paint(Canvas canvas, Words words, Theme theme) {
        CellWidth width = canvas.width();
        canvas.clearRow(0, 0, theme.style(Role.TITLE));
        String left = joined(List.of(words.name, words.address, words.security));
        String right = words.right;
        if (!fits(canvas, left, right)) {
            right = right.substring(right.lastIndexOf(' ') + 1);
        }
        if (!fits(canvas, left, right)) {
            left = joined(List.of(words.name, words.security));
        }
        if (!fits(canvas, left, right)) {
            right = "";
        }
        canvas.put(0, 1, Clip.to(left, canvas.columns() - 1, width), theme.style(Role.TITLE));
        paintSecurity(canvas, left, words.security, theme);
        canvas.put(0, canvas.columns() - 1 - width.ofText(right), right, theme.style(Role.TITLE));
    }

    private static void paintSecurity(Canvas canvas, String left, String security, Theme theme) {
        int at = left.length() - security.length();
        int column = 1 + canvas.width().ofText(left.substring(0, at));
        int room = canvas.columns() - column;
        if (!security.isEmpty() && room > 0) {
            canvas.put(0, column, Clip.to(security, room, canvas.width()), theme.style(Role.TITLE_SECURITY));
        }
    }

    private static boolean fits(Canvas canvas, String left, String right) {
        CellWidth width = canvas.width();
        return width.ofText(left) + width.ofText(right) + 4 <= canvas.columns();
    }

    private static String joined(List<String> pieces) {
        return String.join(
                " · ", pieces.stream().filter(piece -> !piece.isEmpty()).toList());
    }
}
