package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.BERK;
import static lanline.core.screen.Stage.WITH_ALI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.Event;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.Tick;
import lanline.core.model.ComparisonStage;
import lanline.core.model.Delivery;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

class ScreenComposerTest {
    private static final AddressesKnown NETWORK =
            new AddressesKnown(List.of(new HostAddress("10.0.0.1")), 6_000, 6_001);

    private final Stage stage = new Stage();
    private final List<Screen> shown = new ArrayList<>();
    private final ScreenComposer composer = new ScreenComposer(
            new ScreenComposer.World(stage.bus, stage.history, stage.time), Stage.ECE, Preferences.USUAL, shown::add);

    @Test
    void whereNothingHappenedTheFirstScreenStays() {
        composer.publish();
        stage.happens(new Tick());
        composer.publish();
        assertEquals(List.of(), shown);
    }

    @Test
    void manyEventsAreOneScreen() {
        stage.happens(NETWORK, new PeerAppeared(ALI), new PeerAppeared(BERK));
        stage.arrives(ALI, 1, "hi");
        composer.publish();
        composer.publish();
        assertEquals(1, shown.size());
        assertEquals(2, last().sidebar().people().size());
    }

    @Test
    void whatIsNowhereToBeSeenMakesNoNewScreen() {
        stage.happens(new PageLoaded(new Tag("7"), page(1)), new PageFailed(new Tag("8"), SafeText.line("disk")));
        composer.publish();
        assertEquals(List.of(), shown);
    }

    @Test
    void itIsStartingUntilTheNetworkIsUp() {
        assertTrue(Screen.starting(Stage.ECE).self().starting());
        assertFalse(after(NETWORK).self().starting());
        assertEquals(new Screen.Self(Stage.ECE, Status.ONLINE, false), last().self());
    }

    @Test
    void ownNameAndStatusAreShown() {
        Nickname zeynep = Nickname.fromPeer("zeynep");
        Screen screen = after(
                new OwnNameChanged(Tag.NONE, zeynep), new OwnStatusChanged(Tag.NONE, Status.BUSY, SafeText.EMPTY));
        assertEquals(zeynep, screen.self().name());
        assertEquals(Status.BUSY, screen.self().status());
    }

    @Test
    void whatWaitsAndWhatFailedIsCounted() {
        stage.queued(ALI, 1, "one");
        stage.queued(ALI, 2, "two");
        stage.queued(BERK, 3, "three");
        assertActivity(3, 0);
        stage.progresses(ALI, 1, "one", Delivery.SENT);
        stage.progresses(ALI, 2, "two", Delivery.failed("nobody answers"));
        assertActivity(1, 1);
        stage.progresses(ALI, 2, "two", Delivery.QUEUED);
        assertActivity(2, 0);
        stage.progresses(ALI, 2, "two", new Delivery(Delivery.State.DELIVERED, SafeText.EMPTY));
        stage.progresses(BERK, 3, "three", Delivery.SENT);
        assertActivity(0, 0);
        stage.progresses(BERK, 3, "three", Delivery.failedPerhaps("the link broke"));
        assertActivity(0, 1);
    }

    @Test
    void theConversationOnScreenIsShownWithItsTitle() {
        stage.happens(new PeerAppeared(ALI));
        stage.open(WITH_ALI, WITH_ALI);
        stage.answers(false, Stage.received(ALI, 1, "hi"));
        Screen screen = after();
        assertEquals(WITH_ALI, screen.transcript().conversation());
        assertEquals("ali", screen.transcript().title().name().value());
        assertEquals(List.of("ali: hi"), Stage.words(screen.transcript().lines()));
    }

    @Test
    void theWindowForWordsGetsHowFarTheyAreAndWhyTheyAreNot() {
        SafeText why = SafeText.line("ali is not connected");
        assertEquals(Optional.empty(), after(NETWORK).comparison());
        Screen asked = after(new ComparisonMoved(
                Screen.Comparison.TAG, ALI, ComparisonStage.SHOWN, List.of("amber", "camel"), SafeText.line("same?")));
        assertEquals(List.of("amber", "camel"), asked.comparison().orElseThrow().words());
        assertEquals(WITH_ALI, asked.comparison().orElseThrow().with());
        CommandRefused.Code code = CommandRefused.Code.BAD_COMMAND;
        Screen refused = after(
                new CommandRefused(Tag.NONE, code, SafeText.line("other"), List.of()),
                new CommandRefused(Screen.Comparison.TAG, code, why, List.of()));
        assertEquals(why, refused.comparison().orElseThrow().sentence());
        assertEquals(ComparisonStage.STOPPED, refused.comparison().orElseThrow().stage());
    }

    @Test
    void theHistoryViewGetsTheNewestAnswerToWhatItAsked() {
        Screen first = after(new PageLoaded(HistoryPage.TAG, page(1)));
        assertEquals(HistoryPage.NONE.answered(page(1)), first.history());
        Screen again = after(new PageLoaded(HistoryPage.TAG, page(1)));
        assertEquals(HistoryPage.NONE.answered(page(1)).answered(page(1)), again.history());
        assertEquals(2, again.history().request());
    }

    @Test
    void theHistoryViewHearsWhatBecameOfItsExportsAndSoDoesTheConversation() {
        Screen written = after(new HistoryExported(HistoryPage.EXPORT, "out.txt", 2));
        assertEquals(
                "2 messages written to out.txt",
                written.history().exported().sentence().value());
        SafeText why = SafeText.line("the file is there already");
        Screen refused = after(new CommandRefused(HistoryPage.EXPORT, CommandRefused.Code.EXPORT, why, List.of()));
        assertEquals(new HistoryPage.Exported(2, why), refused.history().exported());
        assertEquals(0, refused.history().request(), "it is no answer to a search");
        assertEquals(
                List.of("* 2 messages written to out.txt", "! the file is there already"),
                Stage.words(refused.transcript().lines()));
        Screen typed = after(new HistoryExported(new Tag("7"), "all.txt", 1));
        assertEquals(2, typed.history().exported().number());
    }

    @Test
    void theHistoryViewHearsWhyThereIsNoAnswer() {
        stage.happens(new PageLoaded(HistoryPage.TAG, page(1)));
        SafeText disk = SafeText.line("disk");
        HistoryPage failed = after(new PageFailed(HistoryPage.TAG, disk)).history();
        assertEquals(disk, failed.problem());
        assertEquals(List.of(), failed.page().messages());
        CommandRefused refusal = CommandRefused.unknownPeer(HistoryPage.TAG, "veli");
        HistoryPage refused = after(refusal).history();
        assertEquals(refusal.sentence(), refused.problem());
        assertEquals(3, refused.request());
        assertEquals(List.of(), Stage.words(last().transcript().lines()), "it is said in that view only");
        assertEquals(
                SafeText.EMPTY,
                after(new PageLoaded(HistoryPage.TAG, page(2))).history().problem());
    }

    @Test
    void answersToOthersLeaveTheHistoryViewAlone() {
        HistoryPage before = after(new PageLoaded(HistoryPage.TAG, page(1))).history();
        Screen after = after(
                new PageLoaded(Tag.NONE, page(2)),
                new PageFailed(new Tag("7"), SafeText.line("disk")),
                CommandRefused.unknownPeer(Tag.NONE, "veli"));
        assertEquals(before, after.history());
    }

    private static Page page(int number) {
        return new Page(WITH_ALI, "hi", List.of(new Stored(number, Stage.received(ALI, number, "hi"))), true);
    }

    private Screen after(Event... events) {
        stage.happens(events);
        composer.publish();
        return last();
    }

    private Screen last() {
        return shown.get(shown.size() - 1);
    }

    private void assertActivity(int waiting, int failed) {
        Screen.Activity activity = after().activity();
        assertEquals(waiting, activity.waiting());
        assertEquals(failed, activity.failed());
    }
}
