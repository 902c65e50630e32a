package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.LoadBack;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.screen.Line;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** The way to a message in its conversation. */
class ArrivalTest {
    private static final Stored LINE_20 = new Stored(20, message(20));

    private static ChatMessage message(int number) {
        return Screens.message("ali", "2020-11-21T10:00:00Z", "line " + number, Delivery.RECEIVED);
    }

    private static Screens numbered(int from, int to) {
        Screens screens = Screens.talk();
        for (int i = from; i <= to; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", "line " + i);
        }
        return screens;
    }

    /** Line 20 was chosen in the history view. */
    private static TestWindow gone(Screens screens) {
        TestWindow window = new TestWindow(60, 20, screens.screen()).press("F2");
        Page page = new Page(ConversationId.HOME, "", List.of(LINE_20), false);
        window.show(screens.history(Screens.answer(page, SafeText.EMPTY, 1)).screen());
        return window.press("Up", "Enter");
    }

    private static String textIn(TestWindow at, int row) {
        return at.picture().row(row).replaceAll(".*│ ", "");
    }

    @Test
    void aMessageThatIsLoadedIsShownWithWhatWasSaidBeforeIt() {
        Screens screens = numbered(1, 60);
        TestWindow window = gone(screens);
        assertEquals("line 17", textIn(window, 1));
        assertEquals("line 20", textIn(window, 4));
        assertTrue(window.status().contains("▼ 27 below"), window.status());
    }

    @Test
    void whatLiesBetweenIsLoadedFirst() {
        Screens screens = numbered(41, 60).hasOlder();
        TestWindow window = gone(screens);
        assertEquals(20, window.sent(LoadBack.class).get(0).number());
        assertTrue(window.status().contains("Going back to that message"), window.status());
        window.show(screens.withOlder(lines(31, 40)).screen());
        assertEquals("line 60", textIn(window, 17));
        window.show(screens.withOlder(lines(11, 30)).screen());
        assertEquals("line 20", textIn(window, 4));
        assertEquals(1, window.sent(LoadBack.class).size());
    }

    @Test
    void anyKeyStaysWhereOneIs() {
        Screens screens = numbered(41, 60).hasOlder();
        TestWindow window = gone(screens).press("Left");
        window.show(screens.withOlder(lines(11, 40)).screen());
        assertEquals("line 60", textIn(window, 17));
    }

    @Test
    void aMessageThatCannotBeLoadedIsSaidToBeInTheHistory() {
        Screens screens = numbered(41, 60);
        TestWindow window = gone(screens);
        assertTrue(window.status().contains("too far back"), window.status());
    }

    private static List<Line> lines(int from, int to) {
        List<Line> lines = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            lines.add(new Line.Message(message(i), SafeText.line("ali"), false, true));
        }
        return lines;
    }
}
