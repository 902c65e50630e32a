package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand.Block;
import lanline.core.event.UserCommand.SendText;
import lanline.core.event.UserCommand.TrustKey;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.ComparisonStage;
import lanline.core.model.Presence;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Screen.Comparison;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The windows about keys: comparing words, and a key that has changed. */
class TrustWindowsTest {
    private static final String[] WORDS = {"amber", "camel", "dolphin", "echo", "fossil", "guitar"};

    private final Screens screens =
            Screens.asInTheSpecification().with("ali", Presence.ONLINE, Speaks.LANLINE, "10.0.0.2");

    private TestWindow window(int columns, int rows) {
        return new TestWindow(columns, rows, screens.screen());
    }

    private TestWindow asking(int columns, int rows) {
        TestWindow window = window(columns, rows).type("/verify ali").press("Enter");
        return window.show(screens.compares(ComparisonStage.SHOWN, "Do you see the same?", WORDS)
                .screen());
    }

    @Test
    void theWindowForWordsOpensAtOnceAndShowsThemWhenTheyAreThere() {
        TestWindow window = window(80, 24).type("/verify ali").press("Enter");
        assertEquals(List.of(new Verify(Comparison.TAG, "ali", Optional.empty())), window.sent(Verify.class));
        assertTrue(window.text().contains("Asking the other program for words to compare"), window.text());
        window.show(screens.compares(ComparisonStage.SHOWN, "Do you see the same?", WORDS)
                .screen());
        assertEquals("""
                 ali · 10.0.0.2 · encrypted, not yet verified                    7 here   12:55
                PEOPLE 5         │                   ── Friday 20 November ──
                ▸ 2 ● ali       !│18:02       ali │ the switch in room 4 is down again
                  3 ● berk      2│18:03       ece │ which port?                               ✓✓
                    ● can        │18:03       ali │ 12 to 16. LEDs off, cable is fine
                    ◐ de┌─Compare words with ali───────────────────────────────────────┐
                    ◦ er│                                                              │
                        │  1 amber     2 camel     3 dolphin                           │- - - -
                        │  4 echo      5 fossil    6 guitar                            │
                        │                                                              │      …
                        │ Read these words to ali by phone or side by side, not in     │
                        │ this chat: does ali see the same six, in the same order?     │
                        │                                                              │
                        │ y    yes, all six are the same: nobody is between you        │
                        │ n    no, at least one differs: somebody may be reading along │
                        │ Esc  later: /verify ali shows them again                     │
                        └──────────────────────────────────────────────────────────────┘
                                 │
                                 │
                                 │
                                 │
                                 │
                 2:ali   1 waiting   [3:berk(2)]                 F1 help  F2 history  F6 people
                 Are all six words the same?               y the same  n they differ  Esc later
                """, window.text());
    }

    @Test
    void inASmallWindowAllKeysAreNamedAndWhatIsCutOffHasAMarkAndCanBeScrolledTo() {
        TestWindow window = asking(40, 12);
        assertEquals("""
                ┌─Compare words with ali───────────────┐
                │                                      │
                │  1 amber     2 camel     3 dolphin   │
                │  4 echo      5 fossil    6 guitar    │
                │                                      │
                │ Read these words to ali by phone or  │
                │ side by side, not in this chat: does │
                │ ali see the same six, in the same    │
                │ order?                               │
                └───────────────────── ▼ 7 more: PgDn ─┘
                """, ChatPictureTest.rows(window, 0, 10) + "\n");
        assertEquals("   y the same  n they differ  Esc later", window.lastRow());
        String end = window.press("PgDn", "PgDn").text();
        assertTrue(end.contains("later: /verify ali shows them"), end);
        assertTrue(end.contains("▲ 7 more: PgUp"), end);
        assertFalse(window.press("PgUp", "PgUp").text().contains("later: /verify ali"));
    }

    @Test
    void theWindowAboutAKeyCanBeScrolledToo() {
        screens.trusted(Trust.CHANGED, false);
        TestWindow window = window(40, 12).type("hi").press("Enter");
        assertFalse(window.text().contains("it is somebody else"), window.text());
        assertEquals("     t take the key  b block  Esc later", window.lastRow());
        assertTrue(window.press("PgDn", "PgDn", "PgDn").text().contains("b    it is somebody else"), window.text());
    }

    @Test
    void inANarrowWindowTheWordsStandInTwoColumnsWhereNeeded() {
        String text = asking(30, 20).text();
        assertTrue(text.contains("1 amber     2 camel"), text);
        assertTrue(text.contains("5 fossil    6 guitar"), text);
        text = asking(50, 20).text();
        assertTrue(text.contains("1 amber     2 camel     3 dolphin"), text);
        assertTrue(text.contains("y    yes, all six are the same"), text);
        assertTrue(text.contains("n    no, at least one differs"), text);
    }

    @ParameterizedTest
    @CsvSource({"y,true", "n,false"})
    void oneKeyAnswers(String key, boolean same) {
        TestWindow window = asking(80, 24).press(key);
        assertEquals(
                new Verify(Comparison.TAG, "ali-id", Optional.of(same)),
                window.sent(Verify.class).get(1));
    }

    @Test
    void beforeTheWordsAreThereAndAfterTheAnswerTheKeysDoNothing() {
        TestWindow window = window(80, 24).type("/verify ali").press("Enter", "y", "n");
        window.show(screens.compares(ComparisonStage.AGREED, "You said so.").screen())
                .press("y");
        assertEquals(1, window.sent(Verify.class).size());
        assertTrue(window.text().contains("You said so."), window.text());
    }

    @Test
    void howItEndedIsSaidUntilAKeyIsPressed() {
        TestWindow window = asking(80, 24);
        window.show(
                screens.compares(ComparisonStage.VERIFIED, "ali is verified.").screen());
        assertTrue(window.text().contains("ali is verified."), window.text());
        assertFalse(window.press("Esc").text().contains("ali is verified."));
    }

    @Test
    void whatWasToldOfAnEarlierComparisonIsNotShownAgain() {
        screens.compares(ComparisonStage.VERIFIED, "ali is verified.");
        TestWindow window = window(80, 24).type("/verify ali").press("Enter");
        assertFalse(window.text().contains("ali is verified."), window.text());
    }

    @Test
    void anAnswerThatIsTypedNeedsNoWindow() {
        TestWindow window = window(80, 24).type("/verify ali yes").press("Enter");
        assertEquals(Optional.of(true), window.sent(Verify.class).get(0).answer());
        assertFalse(window.text().contains("Compare words"), window.text());
    }

    @Test
    void whatIsTypedToSomebodyWhoseKeyHasChangedStaysAndAWindowSaysWhatToDo() {
        screens.trusted(Trust.CHANGED, false).security("KEY CHANGED: nothing is sent");
        TestWindow window = window(80, 24).type("the code is 4711").press("Enter");
        assertEquals(List.of(), window.sent(SendText.class));
        assertEquals("""
                 ali · 10.0.0.2 · KEY CHANGED: nothing is sent                   7 here   12:55
                PEOPLE 5         │                   ── Friday 20 November ──
                ▸ 2 ● ali       !│18:02       ali │ the switch in room 4 is down again
                  3 ● be┌─The key of ali has changed───────────────────────────────────┐      ✓✓
                    ● ca│ Nothing was sent: your text is still in the input.           │
                    ◐ de│                                                              │
                    ◦ er│ This program tells people apart by their keys. Whoever is    │
                        │ called ali now has another one than before: either ali has a │- - - -
                        │ new computer or a new home folder, or somebody else uses the │
                        │ name.                                                        │      …
                        │                                                              │
                        │ Ask ali by phone or in person to type /fingerprint and to    │
                        │ read you how the key begins.                                 │
                        │                                                              │
                        │ t    ali has told me: take the new key                       │
                        │ b    it is somebody else: block this key                     │
                        │ Esc  decide later                                            │
                        └──────────────────────────────────────────────────────────────┘
                                 │
                                 │
                                 │
                                 │
                 2:ali   1 waiting   [3:berk(2)]                 F1 help  F2 history  F6 people
                 Nothing is sent to ali                      t take the key  b block  Esc later
                """, window.text());
        assertTrue(window.press("Esc").text().contains("the code is 4711"));
    }

    @Test
    void theNewKeyIsTakenByHowItBegins() {
        screens.trusted(Trust.CHANGED, false);
        TestWindow window =
                window(80, 24).type("hi").press("Enter", "t").type("ioz3").press("Enter");
        assertTrue(window.status().startsWith("That is too short"), window.status());
        window.type(" ogkq").press("Enter");
        assertEquals(Samples.id('2').text(), window.sent(TrustKey.class).get(0).to());
        assertEquals("ioz3ogkq", window.sent(TrustKey.class).get(0).hint());
    }

    @Test
    void orItIsBlocked() {
        screens.trusted(Trust.CHANGED, false);
        TestWindow window = window(80, 24).type("hi").press("Enter", "b");
        assertEquals(Samples.id('2').text(), window.sent(Block.class).get(0).to());
    }

    @Test
    void whoMayBeSomebodyElseHasASignAndAWordInTheSidebar() {
        screens.doubts("ada q3fk7x2a", PersonRow.Doubt.SUSPECT)
                .doubts("eda abcd2345", PersonRow.Doubt.CHANGED)
                .doubts("efe", PersonRow.Doubt.BLOCKED);
        String narrow = window(80, 24).text();
        assertTrue(narrow.contains("    ? ada… unsure"), narrow);
        assertTrue(narrow.contains("    ! eda a… !key"), narrow);
        assertTrue(narrow.contains("    ● efe    blk."), narrow);
        String wide = window(120, 30).text();
        assertTrue(wide.contains("    ● efe      blocked"), wide);
    }

    @Test
    void theDetailsSayWhatTheKeyIsWorth() {
        screens.trusted(Trust.VERIFIED, false);
        String text = window(120, 40).text();
        assertTrue(text.contains("verified: you have"), text);
        assertTrue(text.contains("ioz3 ogkq ozfb tgpr"), text);
    }
}
