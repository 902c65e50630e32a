package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.BERK;
import static lanline.core.screen.Stage.START;
import static lanline.core.screen.Stage.WITH_ALI;
import static lanline.core.screen.Stage.WITH_BERK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.ConversationOpened;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

/** Rows are written {@code NUMBER NAME STATE}: {@code 1 ali online older 2!} has two unread and a mention, {@code >} is current. */
class SidebarRowsTest {
    private static final ConversationId HOME = ConversationId.HOME;

    private final Stage stage = new Stage();
    private final Transcripts transcripts = stage.transcripts();
    private final UnreadCounts unread = new UnreadCounts(stage.bus, transcripts, stage.mentions);
    private final SidebarRows sidebar = new SidebarRows(stage.bus, stage.time, unread);

    @Test
    void peopleStandInTheOrderOfTheirNamesWhateverTheCase() {
        appear(Stage.peer("deniz", "10.0.0.5"), Stage.peer("Can", "10.0.0.4"), BERK, ALI);
        assertRows("ali online older", "berk online older", "Can online older", "deniz online older");
    }

    @Test
    void openConversationsComeFirstInTheOrderOfTheirNumbers() {
        appear(ALI, BERK, Stage.peer("can", "10.0.0.4"), Stage.peer("deniz", "10.0.0.5"));
        ConversationId withCan =
                ConversationId.with(Stage.peer("can", "10.0.0.4").id());
        stage.open(WITH_BERK, withCan, WITH_BERK);
        assertRows("1 can online older", "2 berk online older >", "ali online older", "deniz online older");
    }

    @Test
    void onlyTheFirstTenOpenConversationsHaveANumber() {
        List<ConversationId> open = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Peer peer = Stage.peer("p" + i, "10.0.0." + i);
            appear(peer);
            open.add(ConversationId.with(peer.id()));
            stage.arrives(peer, i, "hi");
        }
        stage.open(HOME, open.toArray(ConversationId[]::new));
        List<Integer> numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0);
        assertEquals(
                numbers, sidebar.rows().people().stream().map(PersonRow::number).toList());
        assertEquals(
                numbers, sidebar.activity().stream().map(Screen.Unread::number).toList());
    }

    @Test
    void aLanlineIsNotMarkedAsOlder() {
        appear(Stage.lanline("ali", "10.0.0.2"));
        assertRows("ali online");
    }

    @Test
    void namesThatTwoBearCarryTheAddressWhileTheyDo() {
        Peer other = Stage.peer("Ali", "10.0.0.9");
        appear(ALI, BERK, other);
        assertRows("ali@10.0.0.2 online older", "Ali@10.0.0.9 online older", "berk online older");
        stage.happens(new PeerLeft(other, true));
        assertRows("ali online older", "berk online older");
        appear(other);
        Peer renamed = named(other, "veli");
        stage.happens(new PeerChanged(other, renamed));
        assertRows("ali online older", "berk online older", "veli online older");
    }

    @Test
    void twoOfOneNameOnOneMachineCarryTheirPorts() {
        Peer first = Samples.lanlinePeer('2', "Ali", Samples.at("10.0.0.2", 6001));
        Peer second = Samples.lanlinePeer('3', "ali", Samples.at("10.0.0.2", 7001));
        appear(first, second);
        assertRows("Ali@10.0.0.2:6001 online", "ali@10.0.0.2:7001 online");
        stage.happens(new PeerLeft(second, true));
        assertRows("Ali online");
    }

    @Test
    void whoIsAwayIsShownWithTheMinutesOfSilence() {
        Peer away = ALI.withPresence(Presence.AWAY, START);
        appear(ALI);
        stage.happens(new PeerChanged(ALI, away));
        assertRows("ali away older");
        assertEquals(60_000, stage.time.wokenAt());
        stage.time.pass(179);
        assertRows("ali away 2m older");
        stage.time.pass(1);
        assertRows("ali away 3m older");
        stage.happens(new PeerChanged(away, ALI.withPresence(Presence.BUSY, START)));
        assertRows("ali busy older");
    }

    @Test
    void aClockThatWasSetBackShowsNoNegativeMinutes() {
        appear(ALI.withPresence(Presence.AWAY, START.plusSeconds(600)));
        assertRows("ali away older");
    }

    @Test
    void aShortListFollowsEveryChangeAndALongOneInSteps() {
        for (int i = 1; i <= SidebarRows.SHORT_LIST; i++) {
            appear(Stage.peer("p" + i, "10.0.1." + i));
            assertEquals(i, sidebar.rows().here());
        }
        appear(ALI);
        assertEquals(SidebarRows.SHORT_LIST, sidebar.rows().here());
        stage.time.passMillis(SidebarRows.LONG_LIST_EVERY_MILLIS);
        assertEquals(SidebarRows.SHORT_LIST + 1, sidebar.rows().here());
    }

    @Test
    void aLongListThatWasHeldBackAsksToBeWokenForIt() {
        for (int i = 0; i <= SidebarRows.SHORT_LIST; i++) {
            appear(Stage.peer("p" + i, "10.0.1." + i));
        }
        sidebar.rows();
        appear(ALI);
        sidebar.rows();
        assertEquals(SidebarRows.LONG_LIST_EVERY_MILLIS, stage.time.wokenAt());
    }

    @Test
    void onlineAndBusyAreHere() {
        appear(ALI, BERK.withPresence(Presence.BUSY, START));
        appear(Stage.peer("can", "10.0.0.4").withPresence(Presence.AWAY, START));
        assertEquals(2, sidebar.rows().here());
        stage.happens(new PeerChanged(ALI, ALI.withPresence(Presence.AWAY, START)));
        assertEquals(1, sidebar.rows().here());
        stage.happens(new PeerLeft(BERK.withPresence(Presence.BUSY, START), true));
        assertEquals(0, sidebar.rows().here());
    }

    @Test
    void whoLeftStaysWhileTheConversationIsOpen() {
        appear(ALI, BERK);
        stage.open(WITH_ALI, WITH_ALI);
        stage.happens(new PeerLeft(ALI, true), new PeerLeft(BERK, false));
        assertRows("1 ali gone >");
        appear(ALI);
        assertRows("1 ali online older >");
        stage.happens(new PeerLeft(ALI, true));
        stage.open(HOME);
        assertRows();
    }

    @Test
    void aConversationWithSomebodyWhoLeftBeforeHasTheirName() {
        Peer lanline = Stage.lanline("ali", "10.0.0.2");
        ConversationId with = ConversationId.with(lanline.id());
        appear(lanline);
        stage.happens(new PeerLeft(lanline, true));
        stage.open(with, with);
        stage.happens(new ConversationOpened(Tag.NONE, with, Optional.of(lanline)));
        assertRows("1 ali gone >");
        assertEquals("ali · 10.0.0.2 · encrypted, not yet verified", title());
    }

    @Test
    void aConversationFromTheHistoryHasTheNameThatTheirLastMessageBears() {
        Peer lanline = Stage.lanline("ali", "10.0.0.2");
        ConversationId with = ConversationId.with(lanline.id());
        stage.open(with, with);
        assertRows("1 " + with + " gone >");
        Stored before = new Stored(1, Stage.received(named(lanline, "al"), 1, "hi"));
        Stored last = new Stored(2, Stage.received(lanline, 2, "hi"));
        stage.happens(new PageLoaded(Tag.NONE, new Page(with, "", List.of(before, last), false)));
        assertRows("1 ali gone >");
        assertEquals("ali · 10.0.0.2 · encrypted, not yet verified", title());
    }

    @Test
    void anOlderPageDoesNotBringAnOlderNameBack() {
        Peer before = named(ALI, "al");
        stage.arrives(ALI, 5, "hi");
        stage.open(WITH_ALI, WITH_ALI);
        Stored stored = new Stored(1, Stage.received(before, 1, "hi"));
        stage.happens(new PageLoaded(Tag.NONE, new Page(WITH_ALI, "", List.of(stored), false)));
        assertRows("1 ali gone >");
    }

    @Test
    void theTitleSaysWhoWhereAndHowSafe() {
        assertEquals("Lanline ·  · ", title());
        appear(ALI);
        stage.open(WITH_ALI, WITH_ALI);
        assertEquals("ali · 10.0.0.2 · older program: NOT PRIVATE", title());
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        assertEquals("berk@10.0.0.3 ·  · ", title());
        stage.arrives(BERK, 1, "hi");
        assertEquals("berk · 10.0.0.3 · older program: NOT PRIVATE", title());
    }

    @Test
    void unreadOnesAndMentionsStandInTheRowAndTheActivity() {
        appear(ALI, BERK, Stage.peer("can", "10.0.0.4"));
        stage.open(HOME, WITH_ALI, WITH_BERK);
        stage.arrives(ALI, 1, "hi");
        stage.arrives(BERK, 2, "hi");
        stage.arrives(BERK, 3, "ece?");
        assertRows("1 ali online older 1", "2 berk online older 2!", "can online older");
        List<Screen.Unread> expected = List.of(
                new Screen.Unread(2, WITH_BERK, "berk", 2, true), new Screen.Unread(1, WITH_ALI, "ali", 1, false));
        assertEquals(expected, sidebar.activity());
    }

    @Test
    void untilSomethingChangesItIsTheSameObject() {
        appear(ALI, BERK);
        Screen.Sidebar rows = sidebar.rows();
        stage.time.pass(59);
        assertSame(rows, sidebar.rows());
        stage.time.pass(1);
        assertNotSame(rows, sidebar.rows());
        rows = sidebar.rows();
        stage.arrives(ALI, 1, "hi");
        assertNotSame(rows, sidebar.rows());
        stage.open(WITH_ALI, WITH_ALI);
        rows = sidebar.rows();
        stage.arrives(ALI, 2, "in sight");
        stage.queued(ALI, 3, "looking");
        assertSame(rows, sidebar.rows());
        stage.happens(new PeerChanged(BERK, named(BERK, "berkay")));
        assertNotSame(rows, sidebar.rows());
    }

    @Test
    void aForgottenConversationLosesItsName() {
        stage.arrives(ALI, 1, "hi");
        stage.happens(new ConversationForgotten(WITH_ALI));
        stage.open(HOME, WITH_ALI);
        assertRows("1 ali@10.0.0.2 gone");
    }

    private void appear(Peer... peers) {
        for (Peer peer : peers) {
            stage.happens(new PeerAppeared(peer));
        }
    }

    private static Peer named(Peer peer, String name) {
        Peer like = Stage.peer(name, "10.0.0.2");
        return new Peer(peer.id(), like.name(), peer.presence(), peer.speaks(), peer.routes(), peer.lastHeard());
    }

    private String title() {
        Transcript.Title title = sidebar.currentTitle();
        return title.name() + " · " + title.address() + " · " + title.security();
    }

    private void assertRows(String... rows) {
        assertEquals(
                List.of(rows),
                sidebar.rows().people().stream().map(SidebarRowsTest::words).toList());
    }

    private static String words(PersonRow row) {
        PersonRow.State state = row.state();
        return (row.number() == 0 ? "" : row.number() + " ")
                + row.label()
                + " "
                + state.presence().word()
                + (state.silentMinutes() == 0 ? "" : " " + state.silentMinutes() + "m")
                + (state.older() ? " older" : "")
                + (row.unread() == 0 ? "" : " " + row.unread())
                + (row.mentions() ? "!" : "")
                + (state.current() ? " >" : "");
    }

    @Test
    void whoIsIgnoredIsMarked() {
        stage.happens(new PeerAppeared(ALI), new PeerAppeared(BERK));
        Preferences preferences = Preferences.USUAL.withIgnored(List.of(new Preferences.Ignored(ALI.id(), "ali")));
        stage.happens(new SettingChanged(Tag.NONE, Setting.IGNORE, preferences));
        assertEquals(
                List.of(true, false),
                sidebar.rows().people().stream()
                        .map(person -> person.state().ignored())
                        .toList());
    }
}
