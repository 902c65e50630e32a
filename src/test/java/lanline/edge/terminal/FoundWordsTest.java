package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.screen.HistoryPage;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** Words that are searched for can be seen where they stand, in the conversation and in the history. */
class FoundWordsTest {
    private final Screens screens = Screens.talk()
            .from("ali", "2020-11-21T10:00:00Z", "Switch and IĞDIR, switchboard")
            .from("ali", "2020-11-21T10:01:00Z", "see https://switch.example.org/port?16, 日本 and e\u0301t\u00e9");

    private TestWindow window = new TestWindow(80, 24, screens.screen());

    /** The pieces of the screen that look like found words, those in the marked line in braces. */
    private String found() {
        StringBuilder text = new StringBuilder();
        int columns = window.picture().canvas().columns();
        boolean was = false;
        for (int row = 1; row < 21; row++) {
            for (int column = 0; column < columns; column++) {
                TextCharacter cell = window.picture().cell(row, column);
                boolean is = cell.getBackgroundColor().equals(TextColor.ANSI.YELLOW);
                text.append(is && !was ? "[" : !is && was ? "]" : "").append(is ? cell.getCharacterString() : "");
                column += cell.isDoubleWidth() ? 1 : 0;
                was = is;
            }
        }
        return text.toString();
    }

    @Test
    void inAConversationThePiecesOfWordsAreShownInAnyCaseWithAnyAccents() {
        window.press("Ctrl-S").type("switch");
        assertEquals("[Switch][switch][switch]", found());
        assertEquals("[IĞDIR]", found("ığd ır"), "both pieces stand together");
        assertEquals("[日本]", found("日本"));
        assertEquals("[été]", found("ete"));
        assertEquals("[and][16][and]", found("and 16"));
        window.press("Esc");
        assertEquals("", found());
    }

    private String found(String words) {
        window.press("Ctrl-U").type(words);
        return found();
    }

    @Test
    void aPieceThatIsCutAtTheEndOfARowIsShownInBoth() {
        window = new TestWindow(
                80,
                24,
                Screens.talk()
                        .from("ali", "2020-11-21T10:00:00Z", "x".repeat(40) + "needle" + "x".repeat(40))
                        .screen());
        window.resize(70, 24).press("Ctrl-S").type("needle");
        assertEquals("needle", found().replaceAll("[\\[\\]]", ""));
    }

    @Test
    void whatTheProgramAddsIsNotFound() {
        window = new TestWindow(
                80,
                24,
                Screens.talk()
                        .own("2020-11-21T10:00:00Z", "no, no", Delivery.failed("no answer"))
                        .screen());
        window.press("Ctrl-S").type("no");
        assertEquals("[no][no]", found());
    }

    @Test
    void inTheHistoryTheWordsAreShownThatItFinds() {
        window.press("F2").type("and switch");
        answer();
        answer();
        assertEquals("[Switch][and][switch][switch][and]", found());
        window.resize(45, 24);
        assertEquals("[Switch][and][switch][switch][and]", found(), "where a line begins with the name, too");
    }

    @Test
    void withoutColoursTheyAreSeenByAttributesInTheMarkedLineToo() {
        screens.prefer(Preferences.USUAL.with(Setting.COLOR, "none"));
        window = new TestWindow(80, 24, screens.screen()).press("Ctrl-S");
        window.type("igdir");
        TextCharacter marked = cellOf("IĞDIR");
        assertEquals(true, marked.isReversed() && marked.isUnderlined() && marked.isBold());
        window.press("Ctrl-U").type("switch");
        TextCharacter other = cellOf("Switch");
        assertEquals(true, other.isReversed() && !other.isUnderlined());
        assertEquals(true, cellOf("board").getModifiers().isEmpty());
    }

    @Test
    void inMonoTheyAreBoldAndUnderlined() {
        screens.prefer(Preferences.USUAL.with(Setting.THEME, "mono"));
        window = new TestWindow(80, 24, screens.screen()).press("Ctrl-S").type("switch");
        TextCharacter first = cellOf("Switch");
        assertEquals(true, first.getModifiers().containsAll(List.of(SGR.BOLD, SGR.UNDERLINE)) && !first.isReversed());
    }

    private TextCharacter cellOf(String text) {
        for (int row = 0; row < 24; row++) {
            int column = window.picture().row(row).indexOf(text);
            if (column >= 0) {
                return window.picture().cell(row, column);
            }
        }
        throw new AssertionError("not on the screen: " + text);
    }

    private long request;

    private void answer() {
        List<Stored> messages = List.of(
                new Stored(1, Screens.message("ali", "2020-11-21T10:00:00Z", "Switch, and sand", Delivery.RECEIVED)),
                new Stored(2, Screens.message("and", "2020-11-21T10:00:00Z", "switch switchboard", Delivery.RECEIVED)),
                new Stored(3, Screens.message("ali", "2020-11-21T10:00:00Z", "and on", Delivery.RECEIVED)));
        Page page = new Page(ConversationId.HOME, "", messages, false);
        window.show(screens.history(new HistoryPage(page, SafeText.EMPTY, ++request))
                .screen());
    }
}
