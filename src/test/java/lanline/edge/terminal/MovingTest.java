package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import lanline.core.event.UserCommand.LoadOlder;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.model.ConversationId;
import lanline.core.model.Presence;
import lanline.core.screen.Line;
import lanline.core.screen.Screen;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** From one conversation to another, and to the lines that matter. */
class MovingTest {
    private static final Screen.Unread BERK = new Screen.Unread(3, new ConversationId("berk-id"), "berk", 2, true);
    private static final Screen.Unread CAN = new Screen.Unread(4, new ConversationId("can-id"), "can", 1, false);
    private static final Screen.Unread ALI = new Screen.Unread(2, Screens.ALI, "ali", 1, false);

    private final TestWindow window = new TestWindow(80, 24, in("ali", BERK, CAN));

    private static Screen in(String name, Screen.Unread... unread) {
        return Screens.talk()
                .in(name + "-id", name)
                .person("ali", 2, Presence.ONLINE, false, 0, false)
                .person("berk", 3, Presence.ONLINE, false, 2, true)
                .person("can", 4, Presence.ONLINE, false, 1, false)
                .person("Çağla", 0, Presence.ONLINE, false, 0, false)
                .activity(new Screen.Activity(0, 0, List.of(unread)))
                .screen();
    }

    private List<String> opened() {
        return window.sent(OpenConversation.class).stream()
                .map(OpenConversation::to)
                .toList();
    }

    @Test
    void altAGoesThroughWhatIsNewAndThenBackToWhereOneWas() {
        window.press("Alt-A").show(in("berk", CAN));
        window.press("Alt-A").show(in("can"));
        window.press("Alt-A").show(in("ali"));
        assertEquals(List.of("berk-id", "can-id", "ali-id"), opened());
        window.press("Alt-A");
        assertEquals(3, opened().size());
        assertTrue(window.status().contains("Nothing new in any other conversation"), window.status());
    }

    @Test
    void theRoundComesToAnEndAlthoughWhatIsScrolledBackStaysUnread() {
        window.press("Alt-A").show(in("berk", BERK, CAN));
        window.press("Alt-A").show(in("can", BERK));
        window.press("Alt-A");
        assertEquals(List.of("berk-id", "can-id", "ali-id"), opened());
    }

    @Test
    void whoGoesElsewhereMeanwhileBeginsAnotherRound() {
        window.press("Alt-A").show(in("berk", CAN));
        window.press("Alt-1").show(in("can"));
        window.press("Alt-A");
        assertEquals(List.of("berk-id"), opened());
        window.show(in("can", ALI)).press("Alt-A").show(in("ali")).press("Alt-A");
        assertEquals(List.of("berk-id", "ali-id", "can-id"), opened());
    }

    @Test
    void altSlashGoesToTheConversationBefore() {
        window.show(in("berk")).press("Alt-/");
        window.show(in("ali")).press("Alt-/");
        assertEquals(List.of("ali-id", "berk-id"), opened());
    }

    @Test
    void ctrlXListsTheConversationsOverTheInput() {
        window.press("Ctrl-X");
        assertEquals("""
                 2 ali
                 3 berk                   2 new
                 4 can                    1 new
                   Çağla
                   Lanline
                 5 conversations     Enter opens
                go to>""", ChatPictureTest.rows(new TestWindow(33, 12, in("ali")).press("Ctrl-X"), 5, 12));
        assertEquals(7, window.picture().cursorColumn());
    }

    @Test
    void aPartOfANameNarrowsTheListAndEnterOpens() {
        window.press("Ctrl-X").type("cag").press("Enter");
        assertEquals("Çağla-id", opened().get(0));
        window.passMillis(300).press("Ctrl-X").type("l");
        assertTrue(window.text().contains("3 conversations"), window.text());
        window.press("Down", "Down", "Enter");
        assertEquals("Çağla-id", opened().get(1));
    }

    @Test
    void escapeLeavesTheListAndTheInputIsAsItWas() {
        window.type("half a sen");
        String before = window.text();
        assertEquals(before, window.press("Ctrl-X", "b", "Esc").text());
        assertEquals(before, window.press("Ctrl-X", "Ctrl-X").text());
        assertEquals(List.of(), opened());
    }

    @Test
    void whereNobodyFitsEnterSaysSoAndStays() {
        window.press("Ctrl-X").type("zzz").press("Enter");
        assertTrue(window.status().contains("Nobody here has that in the name"), window.status());
        assertEquals("go to> zzz", window.lastRow());
    }

    @Test
    void bufferWithoutANameListsThemToo() {
        window.type("/buffer").press("Enter");
        assertEquals("go to>", window.lastRow());
        assertEquals("ali>", window.press("Esc").lastRow());
    }

    @Test
    void oneRowIsEnoughToGoSomewhere() {
        TestWindow tiny = new TestWindow(30, 1, in("ali")).press("Ctrl-X").type("be");
        assertEquals("go to> be                 berk", tiny.picture().row(0));
        tiny.press("Enter");
        assertEquals("berk-id", tiny.sent(OpenConversation.class).get(0).to());
    }

    private static Screens numbered(int from, int to) {
        Screens screens = Screens.talk();
        for (int i = from; i <= to; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", "line " + i);
        }
        return screens;
    }

    private static String textIn(TestWindow at, int row) {
        return at.picture().row(row).replaceAll(".*│ ", "");
    }

    @Test
    void altUGoesToTheNewLine() {
        Screens screens = numbered(1, 50).newHere();
        for (int i = 51; i <= 100; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", "line " + i);
        }
        TestWindow far = new TestWindow(60, 20, screens.screen()).press("Alt-U");
        assertTrue(far.picture().row(1).contains("50 new"), far.text());
        assertEquals("line 51", textIn(far, 2));
    }

    @Test
    void altUGoesToWhatCameWhileOneWasScrolledBack() {
        Screens screens = numbered(1, 60).person("ali", 1, Presence.ONLINE, false, 40, false);
        TestWindow far = new TestWindow(60, 20, screens.screen()).press("Alt-Home", "Alt-U");
        assertEquals("line 21", textIn(far, 1));
    }

    @Test
    void altUSaysWhereNothingIsNew() {
        TestWindow read = new TestWindow(60, 20, numbered(1, 50).screen());
        String before = read.text();
        read.press("Alt-U");
        assertTrue(read.status().contains("Nothing is new"), read.status());
        assertEquals(before, read.press("Alt-End").text());
    }

    @Test
    void altPAndAltNGoFromMentionToMention() {
        Screens screens = numbered(1, 30).mention("ali", "2020-11-21T10:00:00Z", "ece: first");
        for (int i = 31; i <= 60; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", "line " + i);
        }
        screens.mention("ali", "2020-11-21T10:00:00Z", "ece: second");
        for (int i = 61; i <= 90; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", "line " + i);
        }
        TestWindow far = new TestWindow(60, 20, screens.screen());
        assertEquals("ece: second", textIn(far.press("Alt-P"), 4));
        assertEquals("ece: first", textIn(far.press("Alt-P"), 4));
        far.press("Alt-P");
        assertTrue(far.status().contains("Nobody mentioned you before this"), far.status());
        assertEquals("ece: second", textIn(far.press("Alt-N"), 4));
        far.press("Alt-N");
        assertTrue(far.status().contains("Nobody mentioned you after this"), far.status());
    }

    @Test
    void aMentionInOlderPagesIsLookedForPageByPage() {
        Screens screens = numbered(1, 30).hasOlder();
        TestWindow far = new TestWindow(60, 20, screens.screen()).press("Alt-P");
        assertEquals(1, far.sent(LoadOlder.class).size());
        assertTrue(far.status().contains("Looking for a mention in older messages"), far.status());
        far.show(screens.withOlder(said("nothing of note")).screen());
        assertEquals(2, far.sent(LoadOlder.class).size());
        List<Line> mention = List.of(new Line.Message(
                Screens.message("ali", "2020-11-20T10:00:00Z", "ece?", lanline.core.model.Delivery.RECEIVED),
                SafeText.line("ali"),
                true,
                true));
        far.show(screens.withOlder(mention).screen());
        assertEquals("ece?", textIn(far, 2));
    }

    @Test
    void anyKeyStopsTheLookForMentions() {
        Screens screens = numbered(1, 30).hasOlder();
        TestWindow far = new TestWindow(60, 20, screens.screen()).press("Alt-P").press("Left");
        far.show(screens.withOlder(said("nothing of note")).screen());
        assertEquals(1, far.sent(LoadOlder.class).size());
    }

    private static List<Line> said(String text) {
        return List.of(new Line.Said(Instant.parse("2020-11-20T09:00:00Z"), SafeText.line(text), false));
    }
}
