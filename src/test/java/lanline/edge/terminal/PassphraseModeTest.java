package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand.Quit;
import lanline.core.model.Tag;
import lanline.core.secure.Passphrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window before the chat of somebody whose key a passphrase protects. */
class PassphraseModeTest {
    @Test
    void thePassphraseIsAskedForAndShownAsStars() {
        TestWindow window = asking("").type("öpen 👍");
        assertEquals("""
                        Your key on this machine is protected by a passphrase.

                        Without the key nobody here knows you as you. If you have
                        forgotten the passphrase, nothing can bring the key back: --home
                        and another folder makes you a new one.

                        passphrase> ******

                        Enter goes on, Ctrl-Q ends.""", ChatPictureTest.rows(window, 3, 12).replaceAll("(?m)^ {8}", ""));
        assertTyped("öpen 👍", window.press("Enter"));
        assertFalse(window.text().contains("*"), window.text());
        assertTrue(window.text().contains("Opening your key …"), window.text());
    }

    @Test
    void whileItIsTriedWhatIsTypedIsDropped() {
        TestWindow window =
                asking("").type("x").press("Enter").type("more").paste("more").press("Enter");
        assertEquals(1, window.passphrases.size());
        assertFalse(window.text().contains("*"), window.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ctrl-Q", "Ctrl-C"})
    void whoWantsToLeaveWhileItIsTriedLeavesWhetherItWasRightOrWrong(String key) {
        TestWindow window = asking("").type("x").press("Enter", key, key);
        assertEquals(2, window.passphrases.size(), "the answer, and one for the question that comes if it was wrong");
        assertEquals(Optional.empty(), window.passphrases.get(1));
        assertEquals(List.of(), window.sent(Quit.class));
        window.show(Screens.STARTING);
        assertEquals(List.of(new Quit(Tag.NONE, false)), window.sent(Quit.class));
    }

    @Test
    void whatWasWrongStandsThereUntilTheNextKey() {
        TestWindow window = asking("That is not it.");
        assertTrue(window.text().contains("That is not it."), window.text());
        assertFalse(window.type("x").text().contains("That is not it."), window.text());
    }

    @Test
    void itIsErasedCharacterByCharacterOrAtOnce() {
        assertTyped(
                "ac",
                asking("")
                        .type("ab👍")
                        .press("Backspace", "Backspace")
                        .type("c")
                        .press("Enter"));
        assertTyped("c", asking("").type("ab").press("Ctrl-U").type("c").press("Enter"));
        assertTyped("", asking("").press("Backspace", "Enter"));
    }

    @Test
    void ofAPasteTheFirstLineIsTaken() {
        assertTyped("abcd", asking("").type("a").paste("bc\nnot this").type("d").press("Enter"));
    }

    @Test
    void whatIsLongerThanAnyPassphraseIsNotTaken() {
        String most = "x".repeat(Passphrase.MOST_CHARACTERS);
        assertTyped(most, asking("").paste(most).paste("y").type("z").press("Enter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ctrl-Q", "Ctrl-C"})
    void whoWouldRatherLeaveLeaves(String key) {
        TestWindow window = asking("").type("half").press(key);
        assertEquals(List.of(Optional.empty()), window.passphrases);
        assertFalse(window.text().contains("*"), window.text());
    }

    @Test
    void theChatTakesItsPlaceWithItsFirstScreen() {
        TestWindow window = asking("").type("x").press("Enter").show(Screens.STARTING);
        assertTrue(window.text().contains("Lanline"), window.text());
        assertEquals(">", window.lastRow());
    }

    @Test
    void theQuestionFitsEveryWindow() {
        for (int rows = 1; rows < 20; rows++) {
            for (int columns : new int[] {1, 5, 24, 200}) {
                TestWindow window = new TestWindow(columns, rows, Screens.STARTING)
                        .askPassphrase("")
                        .type("x".repeat(300));
                assertEquals(List.of(), window.failures);
                assertTrue(columns < 24 || window.text().contains("> *"), rows + "\n" + window.text());
            }
        }
    }

    private static TestWindow asking(String complaint) {
        return new TestWindow(80, 24, Screens.STARTING).askPassphrase(complaint);
    }

    private static void assertTyped(String expected, TestWindow window) {
        assertEquals(1, window.passphrases.size());
        Passphrase typed = window.passphrases.get(0).orElseThrow();
        assertTrue(typed.isLike(new Passphrase(expected.toCharArray())), expected);
    }
}
