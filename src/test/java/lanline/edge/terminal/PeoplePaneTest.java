package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import java.util.List;
import lanline.core.event.UserCommand.DescribePeer;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.model.Presence;
import org.junit.jupiter.api.Test;

/** The people: with the keys of F6, and how their rows read. */
class PeoplePaneTest {
    private final TestWindow window =
            new TestWindow(80, 24, Screens.asInTheSpecification().screen());

    private String selected(TestWindow shown) {
        for (int row = 1; row < 22; row++) {
            if (shown.picture().cell(row, 1).getModifiers().contains(SGR.REVERSE)) {
                return shown.picture().row(row).substring(0, 17).strip();
            }
        }
        return "";
    }

    @Test
    void theCursorBeginsAtTheCurrentConversationAndMoves() {
        window.press("F6");
        assertTrue(selected(window).contains("ali"), selected(window));
        window.press("j", "Down", "k");
        assertTrue(selected(window).contains("berk"), selected(window));
        assertTrue(selected(window.press("End")).contains("eren"));
        assertTrue(selected(window.press("Home")).contains("ali"));
    }

    @Test
    void enterOpensAndTheKeysGoToTheInputAgain() {
        window.press("F6", "j", "j", "Enter");
        assertEquals("can-id", window.sent(OpenConversation.class).get(0).to());
        assertEquals("ali> x", window.passMillis(300).type("x").lastRow());
    }

    @Test
    void iAsksWhoItIs() {
        window.press("F6", "i");
        assertEquals("ali-id", window.sent(DescribePeer.class).get(0).to());
    }

    @Test
    void escapeGoesBackAndNeverQuits() {
        window.press("F6", "Esc", "Esc", "Esc").type("still here");
        assertEquals("ali> still here", window.lastRow());
        assertEquals("", selected(window));
    }

    @Test
    void aSlashNarrowsThePeopleByTheLettersTyped() {
        window.press("F6", "/").type("en");
        assertTrue(window.picture().row(1).startsWith("PEOPLE 2 of 5"), window.text());
        assertTrue(window.status().contains("Only with these letters: en_"), window.status());
        assertTrue(selected(window).contains("deniz"), selected(window));
        window.press("Down", "Enter");
        assertEquals("eren-id", window.sent(OpenConversation.class).get(0).to());
        assertTrue(window.passMillis(300).text().contains("PEOPLE 5"), window.text());
    }

    @Test
    void escapeShowsEverybodyAgainAndThenGoesBackToTheInput() {
        window.press("F6", "/")
                .type("jk")
                .press("Enter", "Backspace", "Backspace")
                .type("be");
        assertTrue(selected(window).contains("berk"), selected(window));
        window.press("Esc");
        assertTrue(selected(window).contains("berk"), selected(window));
        assertTrue(window.text().contains("PEOPLE 5"), window.text());
        assertEquals("ali> x", window.press("Esc").type("x").lastRow());
    }

    @Test
    void theOrderStandsStillWhileTheCursorIsInIt() {
        window.press("F6", "j");
        Screens reordered = Screens.talk()
                .person("zoe", 1, Presence.ONLINE, false, 1, false)
                .person("berk", 3, Presence.ONLINE, false, 0, false)
                .person("ali", 2, Presence.ONLINE, false, 0, false);
        window.show(reordered.screen());
        assertEquals(
                List.of("ali", "berk", "zoe"),
                window.text()
                        .lines()
                        .skip(2)
                        .limit(3)
                        .map(row -> row.substring(6, 10).replace(" ", ""))
                        .toList());
        assertTrue(selected(window).contains("berk"));
        window.press("Esc");
        assertTrue(window.picture().row(2).contains("zoe"), window.text());
    }

    @Test
    void fiveThousandPeopleScrollWithTheCursor() {
        Screens crowd = Screens.talk();
        for (int i = 0; i < 5_000; i++) {
            crowd.person("p" + i, 0, Presence.ONLINE, false, 0, false);
        }
        TestWindow full = new TestWindow(80, 24, crowd.screen()).press("F6", "End");
        assertTrue(
                full.picture().row(21).startsWith("    ● p4999"), full.picture().row(21));
        assertTrue(full.picture().row(1).startsWith("PEOPLE 5000"));
        full.press("Home");
        assertTrue(full.picture().row(2).startsWith("    ● p0"));
    }

    @Test
    void aRowSaysInWordsWhatItsSignSays() {
        TestWindow rows = new TestWindow(
                80,
                24,
                Screens.talk()
                        .person("busybee", 1, Presence.BUSY, false, 0, false)
                        .person("old one", 10, Presence.ONLINE, true, 12, false)
                        .person("gone girl", 0, Presence.GONE, false, 3, true)
                        .person("very long name indeed", 0, Presence.ONLINE, false, 0, false)
                        .screen());
        assertEquals("""
                1 ● busyb… busy│
                0 ◦ old… old 12│
                  · gone gi… !3│
                  ● very long… │""", ChatPictureTest.rows(rows, 2, 6).replaceAll("(?m)^  ", ""));
    }

    @Test
    void f7HidesThePeopleWhereTheyHaveAPlace() {
        String before = window.text();
        assertTrue(window.press("F7").picture().row(2).startsWith("18:02"), window.text());
        assertEquals(before, window.press("F7").text());
    }

    @Test
    void theTranscriptPaneScrollsWhereItsMarkWouldLeaveTheView() {
        Screens many = Screens.talk();
        for (int i = 0; i < 60; i++) {
            many.from("ali", "2020-11-21T10:00:00Z", "line " + i);
        }
        TestWindow scrolled = new TestWindow(60, 20, many.screen()).press("Shift-F6");
        for (int i = 0; i < 18; i++) {
            scrolled.press(i % 2 == 0 ? "k" : "Up");
        }
        assertTrue(scrolled.status().contains("▼ 2 below"), scrolled.status());
    }
}
