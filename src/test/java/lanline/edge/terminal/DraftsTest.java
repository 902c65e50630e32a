package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.model.ConversationId;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Setting;
import lanline.core.screen.Screen;
import lanline.edge.terminal.input.KeptInput;
import lanline.edge.terminal.view.HelpPage;
import org.junit.jupiter.api.Test;

/** A text that was begun in another conversation can't be forgotten there: the sidebar and the status line show it. */
class DraftsTest {
    private final TestWindow window = new TestWindow(80, 24, at("ali"));

    private static Screens people(String current) {
        return Screens.talk()
                .in(current + "-id", current)
                .person("ali", 1, Presence.ONLINE, false, 0, false)
                .person("berk", 2, Presence.ONLINE, false, 0, false)
                .person("can", 0, Presence.ONLINE, true, 0, false);
    }

    private static Screen at(String current) {
        return people(current).screen();
    }

    private String row(String name) {
        return window.text()
                .lines()
                .filter(line -> line.contains(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsMarkedBesideTheNameAndNamedInTheStatusLineUntilItIsSentOrDropped() {
        window.type("I think");
        assertTrue(row("● ali").startsWith("▸ 1 ● ali"), "what is on screen is seen there");
        assertFalse(window.status().contains("draft"), window.status());
        window.show(at("berk"));
        assertTrue(row("● ali").startsWith("✎ 1 ● ali"), window.text());
        assertTrue(window.status().startsWith("2:berk   draft: 1:ali   "), window.status());
        window.show(at("ali")).press("Ctrl-U").show(at("berk"));
        assertTrue(row("● ali").startsWith("  1 ● ali"), window.text());
        assertFalse(window.status().contains("draft"), window.status());
    }

    @Test
    void blanksAreNoText() {
        window.type("  ").show(at("berk"));
        assertFalse(window.status().contains("draft"), window.status());
    }

    @Test
    void whatWasKeptOfAnEarlierRunIsShownToo() {
        window.restore(draft("can-id"), draft("gone-id"), draft(ConversationId.HOME.text()));
        assertTrue(row("◦ can").startsWith("✎   ◦ can"), window.text());
        assertTrue(window.status().startsWith("1:ali   drafts: Lanline can +1   "), window.status());
    }

    @Test
    void whoCanNotBeNamedIsCounted() {
        window.restore(draft("gone-id"));
        assertTrue(window.status().startsWith("1:ali   1 draft   "), window.status());
    }

    @Test
    void whereTheNamesHaveNoRoomTheCountIsShownWholeInEveryLayout() {
        window.restore(draft("berk-id"), draft("can-id"));
        Screen many =
                people("ali").activity(new Screen.Activity(2, 3, List.of())).screen();
        window.show(many);
        for (int columns : List.of(160, 120, 100, 80, 69, 60)) {
            window.resize(columns, 24);
            String status = "1:ali   2 waiting   3 failed: /retry   drafts: 2:berk can";
            assertTrue(window.status().startsWith(status), window.status());
        }
        for (int columns : List.of(58, 50, 49)) {
            window.resize(columns, 20);
            assertTrue(window.status().startsWith("1:ali   2 waiting   3 failed: /retry   2 drafts"), window.status());
        }
    }

    @Test
    void inAsciiTheMarkIsAQuote() {
        Preferences ascii = Preferences.USUAL.with(Setting.ASCII, "on");
        window.type("I think").show(people("berk").prefer(ascii).screen());
        assertTrue(row("* ali").startsWith("\" 1 * ali"), window.text());
    }

    @Test
    void theHelpSaysWhatTheMarkMeans() {
        assertTrue(Marks.LEGEND.stream()
                .anyMatch(entry -> entry.usage().equals("✎") && entry.meaning().contains("begun")));
        long distinct =
                Marks.LEGEND.stream().map(HelpPage.Entry::usage).distinct().count();
        assertEquals(Marks.LEGEND.size(), distinct, "no mark is explained twice");
    }

    private static KeptInput draft(String conversation) {
        return new KeptInput(new ConversationId(conversation), "a text begun", List.of());
    }
}
