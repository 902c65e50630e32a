package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lanline.core.event.UserCommand.ClearConversation;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.event.UserCommand.OpenNeighbour;
import lanline.core.event.UserCommand.OpenNumber;
import lanline.core.event.UserCommand.Quit;
import lanline.core.event.UserCommand.SendText;
import lanline.edge.terminal.tty.Key;
import org.junit.jupiter.api.Test;

/** Typing, sending, completing, pasting, as a person does it. */
class InputTest {
    private final Screens screens = Screens.asInTheSpecification();
    private final TestWindow window = new TestWindow(80, 24, screens.screen());

    private List<String> sentTexts() {
        return window.sent(SendText.class).stream()
                .map(command -> command.text().value())
                .toList();
    }

    @Test
    void enterSendsAndClearsAtOnce() {
        window.type("hello").press("Enter");
        assertEquals(List.of("hello"), sentTexts());
        assertEquals("ali>", window.lastRow());
    }

    @Test
    void blanksAloneSendNothing() {
        window.type("   ").press("Enter", "Enter");
        assertEquals(List.of(), sentTexts());
    }

    @Test
    void anUnknownCommandStaysInTheInputAndTheNearestOneIsNamed() {
        window.type("/qiut").press("Enter");
        assertEquals("ali> /qiut", window.lastRow());
        assertTrue(window.status().contains("/quit"), window.status());
        window.type("x");
        assertFalse(window.status().contains("There is no command"), window.status());
    }

    @Test
    void textStaysInTheInputWhereNoConversationIsOpen() {
        TestWindow home = new TestWindow(80, 24, Screens.STARTING);
        home.type("hello").press("Enter");
        home.press("Ctrl-C").type("/me waves").press("Enter");
        assertEquals(List.of(), home.sent(SendText.class));
        assertEquals("> /me waves", home.lastRow());
        assertTrue(home.status().contains("No conversation is open"), home.status());
    }

    @Test
    void aMessageToNobodyStaysInTheInput() {
        window.type("/msg nobody hello").press("Enter");
        assertEquals(List.of(), sentTexts());
        assertEquals("ali> /msg nobody hello", window.lastRow());
        assertTrue(window.status().contains("Nobody called nobody"), window.status());
    }

    @Test
    void twoSlashesSendOne() {
        window.type("//etc/hosts").press("Enter");
        assertEquals(List.of("/etc/hosts"), sentTexts());
    }

    @Test
    void commandsGoToTheCore() {
        window.type("/clear").press("Enter");
        assertEquals(1, window.sent(ClearConversation.class).size());
        assertEquals("ali>", window.lastRow());
    }

    @Test
    void tabGoesRoundTheNamesThatFit() {
        window.type("see d").press("Tab");
        assertEquals("ali> see deniz", window.lastRow());
        window.press("Ctrl-C").type("/wh").press("Tab");
        assertEquals("ali> /whois", window.lastRow());
        window.type("be").press("Tab");
        assertEquals("ali> /whois berk", window.lastRow());
    }

    @Test
    void shiftTabGoesTheOtherWayAndSeveralAreNamed() {
        window.type("/qu").press("Tab");
        String first = window.lastRow();
        assertTrue(window.status().contains("/query  /queue  /quit"), window.status());
        window.press("Tab", "Shift-Tab");
        assertEquals(first, window.lastRow());
    }

    @Test
    void upAndDownWalkThroughEarlierInputsAndKeepWhatWasBegun() {
        window.type("one").press("Enter").type("two").press("Enter").type("begun");
        assertEquals("ali> two", window.press("Up").lastRow());
        assertEquals("ali> one", window.press("Up").lastRow());
        assertEquals("ali> one", window.press("Up").lastRow());
        assertEquals("ali> begun", window.press("Down", "Down").lastRow());
    }

    @Test
    void theInputGrowsToSixRowsAndKeepsTheCursorInSight() {
        window.type("a").press("Ctrl-J").type("b").press("Alt-Enter").type("c");
        assertEquals("""
                 2:ali   1 waiting   [3:berk(2)]   3 lines: Enter sends them as one message
                ali> a
                     b
                     c""", ChatPictureTest.rows(window, 20, 24));
        for (int i = 0; i < 10; i++) {
            window.press("Ctrl-J").type("x" + i);
        }
        assertEquals("     x9", window.lastRow());
        assertEquals("▲    x4", window.picture().row(18));
        window.press("Enter");
        assertEquals(List.of("a\nb\nc\nx0\nx1\nx2\nx3\nx4\nx5\nx6\nx7\nx8\nx9"), sentTexts());
    }

    @Test
    void aLongLineWrapsAndTheCursorFollows() {
        window.type("x".repeat(100));
        assertEquals("     " + "x".repeat(25), window.lastRow());
        assertEquals(30, window.picture().cursorColumn());
        window.press("Home");
        assertEquals(22, window.picture().cursorRow());
        assertEquals(5, window.picture().cursorColumn());
    }

    @Test
    void theCursorStandsRightBehindWideText() {
        window.type("日本👩‍💻").press("Left");
        assertEquals(9, window.picture().cursorColumn());
        window.press("Backspace");
        assertEquals("ali> 日👩‍💻", window.lastRow());
    }

    @Test
    void aPasteNeverSendsAndItsSlashIsText() {
        window.paste("/quit\nnow\n");
        assertEquals(0, window.sent(Quit.class).size());
        assertEquals("ali> //quit", window.picture().row(22));
        assertTrue(window.status().isEmpty() || window.text().contains("2 lines: Enter sends them as one message"));
        window.press("Enter");
        assertEquals(List.of("/quit\nnow"), sentTexts());
    }

    @Test
    void aLongPasteStaysWhole() {
        String pasted = IntStream.range(0, 500).mapToObj(i -> "p" + i).collect(Collectors.joining("\n"));
        window.paste(pasted).press("e", "Enter");
        assertEquals(List.of(pasted), sentTexts());
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "p" + i).collect(Collectors.joining("\n"));
    }

    @Test
    void upToTwentyLinesStayInTheInputWhichGrows() {
        window.type("so:").paste(lines(20) + "\n");
        assertEquals("""
                 2:ali   1 waiting   [3:berk(2)]   20 lines: Enter sends them as one message
                ▲    p15
                     p16
                     p17
                     p18
                     p19
                     p20""", ChatPictureTest.rows(window, 17, 24));
        for (int i = 0; i < 18; i++) {
            window.press("Up");
        }
        assertEquals("""
                ▲    p2
                     p3
                     p4
                     p5
                     p6
                ▼    p7""", ChatPictureTest.rows(window, 18, 24));
        assertEquals("ali> so:", window.press("Ctrl-_").lastRow());
    }

    @Test
    void moreThanTwentyLinesAskWhatIsToBecomeOfThem() {
        window.type("so: ").paste(lines(21));
        assertEquals("A paste of 21 lines: s sends it, e edits it, d drops it", window.status());
        assertEquals(
                "21 lines: s sends, e edits, d drops", window.resize(40, 15).status());
        window.resize(80, 24);
        assertEquals("ali> so:", window.press("Enter", "x", "Up").lastRow());
        assertEquals(List.of(), sentTexts());
        window.press("s");
        assertEquals(List.of("so: " + lines(21)), sentTexts());
        assertEquals("ali>", window.lastRow());
    }

    @Test
    void whereNothingCanBeAskedAPasteStaysInTheInput() {
        TestWindow stub = new TestWindow(19, 3, screens.screen()).paste(lines(30));
        assertEquals(0, stub.sent(SendText.class).size());
        assertEquals("▲    p30", stub.lastRow());
    }

    @Test
    void aDroppedPasteLeavesTheInputAsItWas() {
        window.type("so: ").paste(lines(300)).press("d");
        assertEquals("ali> so:", window.lastRow());
        assertTrue(window.status().contains("dropped"), window.status());
        window.paste(lines(300)).press("Esc").type("x");
        assertEquals("ali> so: x", window.lastRow());
    }

    @Test
    void aLongPasteWithASlashIsTextToo() {
        window.paste("/quit\n" + lines(30)).press("s");
        assertEquals(List.of("/quit\n" + lines(30)), sentTexts());
        assertEquals(0, window.sent(Quit.class).size());
    }

    @Test
    void aPasteThatNoMessageCanHaveSaysSoAndWaits() {
        window.paste("x".repeat(9_000) + lines(30)).press("s");
        assertTrue(window.status().contains("a message at most 8192"), window.status());
        assertEquals(List.of(), sentTexts());
        assertEquals("ali> s", window.press("d", "s").lastRow());
    }

    @Test
    void aSecondPasteDoesNotAnswerTheFirst() {
        window.paste(lines(30)).paste("s");
        assertTrue(window.status().contains("Not taken"), window.status());
        window.press("e");
        assertTrue(window.text().contains("30 lines: Enter sends them as one message"), window.text());
    }

    @Test
    void undoCoversPastesCompletionsEarlierInputsAndClearing() {
        window.type("one")
                .press("Enter")
                .type("see d")
                .press("Tab")
                .paste("p\nq")
                .press("Up", "Up", "Ctrl-C");
        assertEquals("ali>", window.lastRow());
        assertEquals("ali> one", window.press("Ctrl-_").lastRow());
        assertEquals("     q", window.press("Ctrl-_").lastRow());
        assertEquals("ali> see deniz", window.press("Ctrl-_").lastRow());
        assertEquals("ali> see d", window.press("Ctrl-_").lastRow());
    }

    @Test
    void aPasteBeyondTheInputIsRefusedWhole() {
        window.type("before ").paste("x".repeat(200_000));
        assertEquals("ali> before", window.lastRow());
        assertTrue(window.status().contains("nothing was put in"), window.status());
    }

    @Test
    void controlCharactersOfAPasteAreShownAndHarmless() {
        window.paste("a\u001b[31mb\u0007");
        assertEquals("ali> a␛[31mb␇", window.lastRow());
    }

    @Test
    void eachConversationKeepsItsDraft() {
        window.type("for ali");
        Screens berk = Screens.talk().in("berk-id", "berk");
        assertEquals("berk>", window.show(berk.screen()).lastRow());
        assertEquals("berk> for berk", window.type("for berk").lastRow());
        assertEquals("ali> for ali", window.show(screens.screen()).lastRow());
    }

    @Test
    void keysAfterASwitchWaitForTheConversationThatTheyAreMeantFor() {
        window.press("Alt-3").type("hi berk").press("Enter");
        assertEquals(
                List.of(3),
                window.sent(OpenNumber.class).stream().map(OpenNumber::number).toList());
        assertEquals(List.of(), sentTexts());
        window.show(Screens.talk().in("berk-id", "berk").screen());
        assertEquals(List.of("hi berk"), sentTexts());
        assertEquals("berk>", window.lastRow());
    }

    @Test
    void aSwitchThatLeadsNowhereHoldsKeysForAMomentOnly() {
        window.press("Alt-9").type("hi");
        assertEquals("ali>", window.lastRow());
        assertEquals("ali> hi", window.passMillis(300).lastRow());
    }

    @Test
    void conversationsAreReachedByNumberAndByNeighbourhood() {
        window.press("Alt-0");
        window.show(Screens.talk().in("b", "b").screen()).press("Ctrl-N");
        window.show(Screens.asInTheSpecification().in("c", "c").screen()).press("Alt-Up");
        assertEquals(10, window.sent(OpenNumber.class).get(0).number());
        assertEquals(
                List.of(1, -1),
                window.sent(OpenNeighbour.class).stream()
                        .map(OpenNeighbour::step)
                        .toList());
        window.passMillis(300).type("/query berk").press("Enter");
        assertEquals("berk", window.sent(OpenConversation.class).get(0).to());
    }

    @Test
    void whenTheCoreTakesNothingTheTextStays() {
        window.coreIsFull = true;
        window.type("important").press("Enter");
        assertEquals("ali> important", window.lastRow());
        assertTrue(window.status().contains("too busy"), window.status());
        window.coreIsFull = false;
        window.press("Enter");
        assertEquals(List.of("important"), sentTexts());
    }

    @Test
    void ctrlCClearsAndThenSaysHowToQuit() {
        window.type("oops").press("Ctrl-C");
        assertEquals("ali>", window.lastRow());
        window.press("Ctrl-C");
        assertTrue(window.status().contains("Ctrl-Q or /quit"), window.status());
        assertEquals(0, window.sent(Quit.class).size());
    }

    @Test
    void aClearedInputCanBeTakenBack() {
        window.type("precious").press("Ctrl-C", "Ctrl-_");
        assertEquals("ali> precious", window.lastRow());
    }

    @Test
    void quittingTwiceWaitsForNothing() {
        window.press("Ctrl-Q");
        assertTrue(window.status().contains("(1 waiting); Ctrl-Q again quits at once"), window.status());
        window.press("Ctrl-Q");
        assertEquals(
                List.of(false, true),
                window.sent(Quit.class).stream().map(Quit::atOnce).toList());
    }

    @Test
    void anUnboundKeyDoesNothing() {
        String before = window.text();
        assertEquals(before, window.press("F12", "Ctrl-O", "Alt-Z").text());
        assertEquals(
                before,
                window.give(new Key.Mouse(Key.Mouse.Action.PRESS, 1, 3, 3)).text());
    }

    @Test
    void sendingGoesToTheLiveEnd() {
        Screens many = Screens.talk();
        for (int i = 0; i < 60; i++) {
            many.from("ali", "2020-11-21T10:00:00Z", "line " + i);
        }
        TestWindow scrolled =
                new TestWindow(60, 20, many.screen()).press("PgUp").type("hi").press("Enter");
        assertFalse(scrolled.status().contains("below"), scrolled.status());
    }

    @Test
    void aPasteOfTheTerminalThatWasCutIsRefusedInASentence() {
        window.give(new Key.Paste("part", 5));
        assertEquals("ali>", window.lastRow());
        assertTrue(window.status().contains("Nothing was put in"), window.status());
    }
}
