package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The help, and the window of the first start. */
class HelpAndNameTest {
    @Test
    void helpAboutAWordShowsWhatHasItOnly() {
        TestWindow window =
                new TestWindow(80, 24, Screens.STARTING).type("/help page").press("Enter");
        assertEquals("""
                 Lanline 0.1.0 · keys and commands

                 Scrolling
                  PgUp                      a page back
                  PgDn                      a page forward
                """, window.text().lines().limit(5).map(row -> row + "\n").reduce("", String::concat));
    }

    @Test
    void helpScrollsAndEscapeLeavesItAsItWas() {
        TestWindow window =
                new TestWindow(80, 24, Screens.asInTheSpecification().screen()).type("draft");
        String before = window.text();
        String first = window.press("F1").text();
        assertTrue(window.press("PgDn").text().contains("below"));
        assertEquals(first, window.press("PgUp").text());
        assertEquals(before, window.press("Esc").text());
        assertEquals(before, window.press("F1", "F1").text());
    }

    @Test
    void theFirstStartAsksForANameAndProposesOne() {
        TestWindow window = new TestWindow(80, 24, Screens.STARTING).askName("ece");
        assertEquals("""
                        Welcome to Lanline, the chat of this network. Who are you?

                        Everybody on this network will see this name, with your address,
                        and whether you are here. /nick NAME changes it at any time.

                        name> ece

                        Enter goes on, Ctrl-Q ends.""", ChatPictureTest.rows(window, 3, 11).replaceAll("(?m)^ {8}", ""));
        window.press("Enter");
        assertEquals(Optional.of(Nickname.fromPeer("ece")), window.answered);
        assertTrue(window.show(Screens.STARTING).text().contains("Lanline"));
        assertEquals(">", window.lastRow());
    }

    @Test
    @DisplayName("keys that were pressed before the chat came act in the chat")
    void whatIsTypedAfterTheNameIsForTheChat() {
        TestWindow window = new TestWindow(80, 24, Screens.STARTING).askName("ece");
        window.press("Enter").type("/help me").press("Ctrl-Q");
        assertEquals(Optional.of(Nickname.fromPeer("ece")), window.answered);
        assertEquals(List.of(), window.sent(UserCommand.Quit.class));
        window.show(Screens.STARTING);
        assertEquals("> /help me", window.lastRow());
        assertEquals(1, window.sent(UserCommand.Quit.class).size());
    }

    @Test
    void namesThatNobodyCanBearGetASentence() {
        TestWindow window = new TestWindow(80, 24, Screens.STARTING).askName("");
        window.press("Enter");
        assertTrue(window.text().contains("name needs at least one letter"), window.text());
        window.type("x".repeat(300)).press("Enter");
        assertTrue(window.text().contains("at most 32 characters"), window.text());
        assertEquals(Optional.empty(), window.answered);
        window.press("Ctrl-C").paste("ali\nreza").press("Enter");
        assertEquals(Optional.of(Nickname.fromPeer("ali reza")), window.answered);
    }

    @Test
    void theQuestionFitsEveryWindow() {
        for (int rows = 1; rows < 20; rows++) {
            TestWindow window = new TestWindow(24, rows, Screens.STARTING).askName("ece");
            assertEquals(0, window.failures.size(), window.failures.toString());
            assertTrue(window.text().contains("name> ece"), rows + "\n" + window.text());
        }
    }

    @Test
    void aTinyWindowSaysAtLeastWhatOthersWillSee() {
        TestWindow window = new TestWindow(40, 8, Screens.STARTING).askName("ece");
        assertEquals("""
                Everybody on this network will see
                this name, your address and whether
                you are here.

                name> ece

                Enter goes on, Ctrl-Q ends.""", ChatPictureTest.rows(window, 1, 8).stripIndent());
    }

    @Test
    void helpBeginsWithTheFirstFiveMinutes() {
        TestWindow window = new TestWindow(80, 24, Screens.STARTING).press("F1");
        assertEquals("""
                Lanline 0.1.0 · keys and commands

                The first five minutes
                 F6                        who is here: goes to the list of people, Esc comes
                                           back; /users says it in words
                 Up, Down, Enter           there: open a conversation with the marked person;
                                           or type /query NAME
                 Enter                     send what you typed; a mark at its right says what
                                           became of it
                 PgUp, PgDn                scroll; F2 finds everything that was ever written
                 Ctrl-Q                    leave; /quit does, too

                Everywhere""", ChatPictureTest.rows(window, 0, 13).stripIndent());
    }

    @Test
    void moreIsPromisedOnlyWhileThereIsMore() {
        TestWindow window = new TestWindow(80, 24, Screens.STARTING).press("F1");
        assertTrue(window.lastRow().contains("PgDn more"), window.lastRow());
        assertTrue(window.lastRow().contains("below"), window.lastRow());
        window.press("End");
        assertTrue(window.lastRow().startsWith(" The end"), window.lastRow());
        assertFalse(window.lastRow().contains("PgDn more"), window.lastRow());
        TestWindow brief =
                new TestWindow(80, 24, Screens.STARTING).type("/help bare").press("Enter");
        assertFalse(brief.lastRow().contains("PgDn more"), brief.lastRow());
    }

    @Test
    void aNarrowWindowHasTheMeaningUnderTheKeys() {
        TestWindow window = new TestWindow(36, 12, Screens.STARTING).press("F1", "Down", "Down");
        assertEquals("""
                F6
                   who is here: goes to the list of
                   people, Esc comes back; /users
                   says it in words
                Up, Down, Enter""", ChatPictureTest.rows(window, 1, 6).stripIndent());
    }

    @Test
    void theMarksAreExplainedInWordsAndInTheSignsThatAreShown() {
        TestWindow window =
                new TestWindow(80, 24, Screens.asInTheSpecification().screen());
        window.type("/help delivered").press("Enter");
        assertTrue(window.text().contains("… ✓ ✓✓ ✗"), window.text());
        TestWindow ascii = new TestWindow(
                80,
                24,
                Screens.asInTheSpecification()
                        .prefer(Preferences.USUAL.with(Setting.ASCII, "on"))
                        .screen());
        ascii.type("/help delivered").press("Enter");
        assertTrue(ascii.text().contains("~ + ++ x"), ascii.text());
    }

    @Test
    void whatStandsBesideANameIsExplained() {
        for (String word : List.of("!key", "unsure", "NOT VERIFIED", "ign.", "blk.", "connect")) {
            TestWindow window =
                    new TestWindow(80, 24, Screens.asInTheSpecification().screen());
            window.type("/help " + word).press("Enter");
            assertTrue(window.text().contains(" a person "), window.text());
        }
    }
}
