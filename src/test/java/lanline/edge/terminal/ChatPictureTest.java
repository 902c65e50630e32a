package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Delivery;
import lanline.core.model.Presence;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** The chat as text pictures, drawn through the real panels. */
class ChatPictureTest {
    @Test
    void theNormalLayoutIsThatOfTheSpecification() {
        TestWindow window =
                new TestWindow(80, 24, Screens.asInTheSpecification().screen()).type("looking now");
        assertEquals("""
                 ali · 10.0.0.2 · encrypted, not yet verified                    7 here   12:55
                PEOPLE 5         │                   ── Friday 20 November ──
                ▸ 2 ● ali       !│18:02       ali │ the switch in room 4 is down again
                  3 ● berk      2│18:03       ece │ which port?                               ✓✓
                    ● can        │18:03       ali │ 12 to 16. LEDs off, cable is fine
                    ◐ deniz   12m│                  ── Saturday 21 November ──
                    ◦ eren   old │09:14       ali │ swapped the SFP, ports are up
                                 │- - - - - - - - - - - - - - 1 new - - - - - - - - - - - - - -
                                 │12:53 !     ali │ ece: and port 16?
                                 │12:55       ece │ can someone look at it?                   …
                                 │
                                 │
                                 │
                                 │
                                 │
                                 │
                                 │
                                 │
                                 │
                                 │
                                 │
                                 │
                 2:ali   1 waiting   [3:berk(2)]                 F1 help  F2 history  F6 people
                ali> looking now
                """, window.text());
        assertEquals(23, window.picture().cursorRow());
        assertEquals(16, window.picture().cursorColumn());
    }

    @Test
    void theOldEncryptionAndAutomaticAnswersAreToldInWords() {
        Screens screens = Screens.asInTheSpecification()
                .in("ali-id", "ali")
                .security("older program, WEAK old encryption: NOT PRIVATE")
                .weak("2020-11-21T12:53:00Z", "selam", Delivery.RECEIVED)
                .weak("2020-11-21T12:54:00Z", "hi", Delivery.answered(SafeText.line("Message received")));
        TestWindow window = new TestWindow(80, 24, screens.screen());
        String text = window.text();
        assertTrue(text.contains("older program, WEAK old encryption: NOT PRIVATE"), text);
        assertTrue(text.contains("ali │ selam (weak)"), text);
        assertTrue(text.contains("ece │ hi (weak) (answered)"), text);
    }

    @Test
    void theWideLayoutHasSecondsLongerNamesAndTheDetails() {
        Screens screens = Screens.asInTheSpecification();
        screens.with("ali", Presence.ONLINE, Speaks.LANLINE, "10.0.0.2", "10.0.1.2");
        TestWindow window = new TestWindow(120, 40, screens.screen());
        assertEquals(40, window.text().lines().count());
        assertEquals("""
                 ali · 10.0.0.2 · encrypted, not yet verified                                                            7 here   12:55
                PEOPLE 5              │                          ── Friday 20 November ──                          │ DETAILS
                ▸ 2 ● ali            !│18:02:00           ali │ the switch in room 4 is down again                 │ ali
                  3 ● berk           2│18:03:00           ece │ which port?                                      ✓✓│ online since 12:00
                    ● can             │18:03:10           ali │ 12 to 16. LEDs off, cable is fine                  │ at 10.0.0.2:6001
                    ◐ deniz        12m│                         ── Saturday 21 November ──                         │ at 10.0.1.2:6001
                    ◦ eren        old │09:14:00           ali │ swapped the SFP, ports are up                      │ speaks Lanline
                                      │ - - - - - - - - - - - - - - - - - 1 new - - - - - - - - - - - - - - - - - -│ encrypted, not yet
                                      │12:53:00 !         ali │ ece: and port 16?                                  │ verified
                                      │12:55:00           ece │ can someone look at it?                          … │ 2 sent, 4 received
                                      │                                                                            │ not met yet; key
                                      │                                                                            │ ioz3 ogkq ozfb tgpr
                                      │                                                                            │ vhpb tn7d tq5d ap3k""", rows(window, 0, 13));
    }

    @Test
    void theNarrowLayoutHasNoSidebarAndF7LaysItOver() {
        TestWindow window =
                new TestWindow(60, 20, Screens.asInTheSpecification().screen());
        assertEquals("""
                 ali · 10.0.0.2 · encrypted, not yet verified         12:55
                                  ── Friday 20 November ──
                18:02       ali │ the switch in room 4 is down again
                18:03       ece │ which port?                             ✓✓
                18:03       ali │ 12 to 16. LEDs off, cable is fine
                                 ── Saturday 21 November ──
                09:14       ali │ swapped the SFP, ports are up
                 - - - - - - - - - - - - - 1 new - - - - - - - - - - - - - -
                12:53 !     ali │ ece: and port 16?
                12:55       ece │ can someone look at it?                 …








                 2:ali   1 waiting   [3:berk(2)]        F1 help  F2 history
                ali>
                """, window.text());
        String before = window.text();
        window.press("F7");
        assertEquals("""
                PEOPLE 5              │iday 20 November ──
                ▸ 2 ● ali            !│witch in room 4 is down again
                  3 ● berk           2│ port?                             ✓✓
                    ● can             │ 16. LEDs off, cable is fine
                    ◐ deniz        12m│urday 21 November ──
                    ◦ eren        old │ed the SFP, ports are up
                                      │- - 1 new - - - - - - - - - - - - - -""", rows(window, 1, 8));
        assertEquals(before, window.press("F7").text());
    }

    @Test
    void theTinyLayoutNamesTheSenderInTheLine() {
        TestWindow window =
                new TestWindow(40, 15, Screens.asInTheSpecification().screen());
        assertEquals("""
                 ali · encrypted, not yet verified
                        ── Friday 20 November ──
                18:02 ali: the switch in room 4 is down
                      again
                18:03 ece: which port?                ✓✓
                18:03 ali: 12 to 16. LEDs off, cable is
                      fine
                       ── Saturday 21 November ──
                09:14 ali: swapped the SFP, ports are up
                 - - - - - - - - 1 new - - - - - - - - -
                12:53!ali: ece: and port 16?
                12:55 ece: can someone look at it?    …

                 2:ali   1 waiting   [3:berk(2)]
                ali>
                """, window.text());
    }

    @Test
    void inTheSmallestWindowsOneCanStillType() {
        TestWindow window = new TestWindow(12, 1, Screens.asInTheSpecification().screen()).type("hello");
        assertEquals("ali> hello\n", window.text());
    }

    @Test
    void noSizeBreaksTheWindow() {
        TestWindow window = new TestWindow(1, 1, Screens.asInTheSpecification().screen());
        for (int columns = 1; columns < 130; columns += columns < 24 ? 3 : 24) {
            for (int rows = 1; rows < 45; rows += rows < 6 ? 1 : 7) {
                window.resize(columns, rows).type("日本 é 👩‍💻").press("PgUp", "F6", "j", "F7", "Esc");
                window.press("F1", "PgDn", "Esc", "F2", "Up", "Esc", "Enter");
                assertEquals(0, window.failures.size(), columns + "x" + rows + " " + window.failures);
            }
        }
        assertEquals(143, window.sent(SendText.class).size(), "and in each of them one can type and send");
    }

    @Test
    void aFailedMessageSaysWhyInTheNextLine() {
        TestWindow window = new TestWindow(
                60,
                16,
                Screens.talk()
                        .own("2020-11-21T12:50:00Z", "hello", Delivery.failed("no answer in 5 s"))
                        .screen());
        assertEquals("""
                12:50       ece │ hello                                   ✗
                                │ ✗ not sent: no answer in 5 s""", rows(window, 2, 4));
    }

    @Test
    void aMessageThatWaitsForSomebodySaysSoAndOneThatIsThereToo() {
        TestWindow window = new TestWindow(
                60,
                16,
                Screens.talk()
                        .own("2020-11-21T12:50:00Z", "hello", Delivery.DELIVERED)
                        .own("2020-11-21T12:51:00Z", "are you there?", Delivery.waiting("ali is not here"))
                        .screen());
        assertEquals("""
                12:50       ece │ hello                                   ✓✓
                12:51       ece │ are you there?                          …
                                │ … waiting: ali is not here""", rows(window, 2, 5));
    }

    @Test
    void whatTheProgramSaysStandsApartFromPeople() {
        TestWindow window = new TestWindow(
                60,
                16,
                Screens.talk()
                        .said("2020-11-21T12:50:00Z", "berk is here (10.0.0.3)", false)
                        .said("2020-11-21T12:51:00Z", "the disk is full: messages are shown but not kept", true)
                        .screen());
        assertEquals("""
                12:50        -- │ berk is here (10.0.0.3)
                12:51        !! │ the disk is full: messages are shown but
                                │ not kept""", rows(window, 2, 5));
    }

    @Test
    void wideAndJoinedCharactersKeepTheColumns() {
        TestWindow window = new TestWindow(
                60,
                16,
                Screens.talk()
                        .from("日本語の名前", "2020-11-21T12:50:00Z", "你好 👩‍💻 e\u0301t\u00e9 🇹🇷!")
                        .from("ali", "2020-11-21T12:51:00Z", "two\nlines")
                        .screen());
        assertEquals("""
                12:50   日本語… │ 你好 👩‍💻 ét\u00e9 🇹🇷!
                12:51       ali │ two
                                │ lines""".replace("e\u0301", "\u00e9"), rows(window, 2, 5));
    }

    @Test
    void theFirstFrameNeedsNothingButAName() {
        TestWindow window = new TestWindow(80, 24, Screens.STARTING).type("early");
        assertEquals(
                " Lanline" + " ".repeat(55) + "starting   12:55",
                window.picture().row(0));
        assertEquals("> early", window.lastRow());
    }

    @Test
    void theClockGoesOn() {
        TestWindow window = new TestWindow(80, 24, Screens.talk().screen());
        window.passMillis(60_000);
        assertTrue(window.picture().row(0).endsWith("12:56"), window.picture().row(0));
    }

    @Test
    void aResizeDrawsEverythingAnew() {
        TestWindow window =
                new TestWindow(40, 15, Screens.asInTheSpecification().screen());
        String wide = new TestWindow(120, 40, Screens.asInTheSpecification().screen()).text();
        assertEquals(wide, window.resize(120, 40).text());
    }

    static String rows(TestWindow window, int from, int to) {
        return String.join("\n", window.text().lines().toList().subList(from, to));
    }
}
