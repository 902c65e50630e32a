package lanline.edge.terminal.view;

import java.util.List;
import java.util.stream.Collectors;
import lanline.core.model.ConversationId;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Screen;
import lanline.core.text.CellWidth;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Canvas;

/** The row above the input: conversation, what waits or failed, what is new elsewhere, and keys where there is room. */
public final class StatusBar {
    /** Conversations that the activity list names: more than any window has room for. */
    private static final int MOST_NAMED = 40;

    /** A blank at either end. */
    private static final int EDGES = 2;

    /** Between the left and the hints, at least. */
    private static final int GAP = 3;

    private static final String BETWEEN = "  ";

    private final Drawn drawn = new Drawn();

    /** {@code left} stands at the left; {@code hints} at the right, as many from the first as fit. */
    public record Content(String left, List<String> hints, Role role) {
        public Content {
            hints = List.copyOf(hints);
        }
    }

    /** What the status says of a screen; {@code below}: lines below the view; {@code drafts}: where a text waits, in words. */
    public static String summary(Screen screen, int below, String drafts) {
        Screen.Activity activity = screen.activity();
        StringBuilder words = new StringBuilder(conversation(screen));
        if (activity.waiting() > 0) {
            words.append("   ").append(activity.waiting()).append(" waiting");
        }
        if (activity.failed() > 0) {
            words.append("   ").append(activity.failed()).append(" failed: /retry");
        }
        if (below > 0) {
            words.append("   ▼ ").append(below).append(" below");
        }
        if (!drafts.isEmpty()) {
            words.append("   ").append(drafts);
        }
        if (!activity.unread().isEmpty()) {
            words.append("   [").append(unread(activity)).append(']');
        }
        return words.toString();
    }

    private static String conversation(Screen screen) {
        ConversationId id = screen.transcript().conversation();
        String name = screen.transcript().title().name().value();
        for (PersonRow person : screen.sidebar().people()) {
            if (person.number() > 0 && person.conversation().equals(id)) {
                return person.number() % 10 + ":" + name;
            }
        }
        return name;
    }

    private static String unread(Screen.Activity activity) {
        return activity.unread().stream()
                .limit(MOST_NAMED)
                .map(StatusBar::unread)
                .collect(Collectors.joining(" "));
    }

    private static String unread(Screen.Unread unread) {
        String number = unread.number() > 0 ? unread.number() % 10 + ":" : "";
        return (unread.mentions() ? "!" : "") + number + unread.label() + "(" + unread.count() + ")";
    }

    /** Columns that it takes to show all of {@code content}. */
    public static int columns(Content content, CellWidth width) {
        int left = content.left.isEmpty() ? 0 : width.ofText(content.left) + GAP;
        return left + width.ofText(String.join(BETWEEN, content.hints)) + EDGES;
    }

    /** {@code epoch} rises when everything has to be drawn again. */
    public void draw(Canvas canvas, Content content, Theme theme, int epoch) {
        if (drawn.isSame(content.left, content.hints, content.role, theme, epoch)) {
            return;
        }
        CellWidth width = canvas.width();
        canvas.clearRow(0, 0, theme.style(Role.STATUS));
        String left = Clip.to(content.left, canvas.columns() - EDGES, width);
        canvas.put(0, 1, left, theme.style(content.role));
        int taken = left.isEmpty() ? 0 : width.ofText(left) + GAP;
        String hints = hints(content.hints, canvas.columns() - EDGES - taken, width);
        canvas.put(0, canvas.columns() - 1 - width.ofText(hints), hints, theme.style(Role.STATUS_HINT));
    }

    private static String hints(List<String> hints, int room, CellWidth width) {
        String fitting = "";
        for (String hint : hints) {
            String longer = fitting.isEmpty() ? hint : fitting + BETWEEN + hint;
            if (width.ofText(longer) > room) {
                break;
            }
            fitting = longer;
        }
        return fitting;
    }
}
