package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.WITH_ALI;
import static lanline.core.screen.Stage.own;
import static lanline.core.screen.Stage.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.event.UserCommand.ClearConversation;
import lanline.core.event.UserCommand.CloseConversation;
import lanline.core.event.UserCommand.LoadBack;
import lanline.core.event.UserCommand.LoadOlder;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** What is read of a conversation, and how it fits in front of what came meanwhile. */
class OlderPagesTest {
    private static final ConversationId HOME = ConversationId.HOME;
    private static final LoadOlder MORE = new LoadOlder(Tag.NONE, WITH_ALI);

    private final Stage stage = new Stage();
    private final Transcripts transcripts = stage.transcripts();

    @Test
    void olderPagesStandInFront() {
        openAli();
        stage.answers(true, received(ALI, 5, "five"), received(ALI, 6, "six"));
        assertTrue(shown().hasOlder());
        stage.happens(MORE);
        assertEquals(Before.number(5), stage.history.reads.get(0).before());
        stage.answers(false, received(ALI, 3, "three"), received(ALI, 4, "four"));
        assertShows("ali: three", "ali: four", "ali: five", "ali: six");
        assertFalse(shown().hasOlder());
    }

    @Test
    void onTheWayToAMessageFarBackPagesAreReadUntilItIsThere() {
        openAli();
        stage.happens(new LoadBack(Tag.NONE, WITH_ALI, 3));
        stage.answers(true, received(ALI, 7, "seven"), received(ALI, 8, "eight"));
        assertEquals(Before.number(7), stage.history.reads.get(0).before());
        stage.answers(true, received(ALI, 4, "four"), received(ALI, 5, "five"));
        stage.answers(true, received(ALI, 2, "two"), received(ALI, 3, "three"));
        assertEquals(List.of(), stage.history.reads);
        assertShows("ali: two", "ali: three", "ali: four", "ali: five", "ali: seven", "ali: eight");
    }

    @Test
    void theWayToAMessageFarBackEndsWhereTheHistoryEndsOrFails() {
        openAli();
        stage.happens(new LoadBack(Tag.NONE, WITH_ALI, 3));
        stage.answers(false, received(ALI, 7, "seven"));
        assertEquals(List.of(), stage.history.reads);
        stage.happens(new LoadBack(Tag.NONE, WITH_ALI, 3));
        assertEquals(List.of(), stage.history.reads);
    }

    @Test
    void whatIsThereAlreadyIsNotShownTwice() {
        stage.arrives(ALI, 6, "six");
        openAli();
        stage.arrives(ALI, 7, "seven");
        stage.answers(false, received(ALI, 5, "five"), received(ALI, 6, "six"), received(ALI, 7, "seven"));
        assertShows("ali: five", "ali: six", "ali: seven");
    }

    @Test
    void aMessageThatTheHistoryAnswersBeforeItIsToldIsNotShownTwice() {
        openAli();
        stage.answers(false, received(ALI, 5, "five"), own(ALI, 6, "six", Delivery.QUEUED));
        stage.arrives(ALI, 5, "five");
        stage.queued(ALI, 6, "six");
        stage.progresses(ALI, 6, "six", Delivery.SENT);
        assertShows("ali: five", "ece: six (sent)");
    }

    @Test
    void olderPagesLeaveTheKeysOfWhatIsShownAlone() {
        openAli();
        stage.answers(true, received(ALI, 5, "five"));
        long key = shown().lines().firstKey();
        stage.happens(MORE);
        stage.answers(true, received(ALI, 3, "three"), received(ALI, 4, "four"));
        assertEquals(key - 2, shown().lines().firstKey());
    }

    @Test
    void theHistoryIsAskedOnceAtATime() {
        openAli();
        stage.happens(MORE, MORE);
        assertEquals(1, stage.history.reads.size());
        assertEquals(Before.NOW, stage.history.reads.get(0).before());
        stage.answers(true, received(ALI, 5, "five"));
        stage.happens(MORE, MORE);
        assertEquals(1, stage.history.reads.size());
        stage.answers(false);
        stage.happens(MORE);
        assertEquals(0, stage.history.reads.size(), "nothing older is there");
    }

    @Test
    void aConversationIsLoadedWhenItIsFirstOpenedAndNotAgain() {
        openAli();
        stage.answers(true, received(ALI, 5, "five"));
        stage.open(HOME, WITH_ALI);
        openAli();
        assertEquals(0, stage.history.reads.size());
    }

    @Test
    void afterAFailedReadingOneCanAskAgain() {
        openAli();
        fails();
        stage.happens(MORE);
        stage.answers(false, received(ALI, 5, "five"));
        assertShows("ali: five");
    }

    @Test
    void homeHasNoHistory() {
        stage.open(HOME);
        stage.happens(new LoadOlder(Tag.NONE, HOME));
        assertEquals(0, stage.history.reads.size());
    }

    @Test
    void answersToOthersAreNotTaken() {
        openAli();
        Page page = new Page(WITH_ALI, "", List.of(), false);
        stage.happens(new PageLoaded(new Tag("7"), page), new PageLoaded(HistoryPage.TAG, page));
        stage.happens(MORE);
        assertEquals(1, stage.history.reads.size(), "the answer is still awaited");
    }

    @Test
    void whatWasAskedForBeforeClearingDoesNotFillItAgain() {
        openAli();
        stage.arrives(ALI, 2, "two");
        stage.happens(new ClearConversation(Tag.NONE));
        stage.answers(false, received(ALI, 1, "one"), received(ALI, 2, "two"));
        assertShows();
        stage.happens(MORE);
        stage.answers(false, received(ALI, 1, "one"), received(ALI, 2, "two"));
        assertShows("ali: one", "ali: two");
    }

    @Test
    void aReadingThatFailsAfterItsConversationWasClosedDoesNotOpenIt() {
        openAli();
        stage.happens(new CloseConversation(Tag.NONE));
        stage.open(HOME);
        fails();
        assertFalse(transcripts.isOpen(WITH_ALI));
    }

    private void openAli() {
        stage.open(WITH_ALI, WITH_ALI);
    }

    private void fails() {
        Tag asked = stage.history.reads.remove(0).tag();
        stage.happens(new PageFailed(asked, SafeText.line("disk")));
    }

    private Transcript shown() {
        return transcripts.shown(Transcript.empty().title());
    }

    private void assertShows(String... words) {
        assertEquals(List.of(words), Stage.words(shown().lines()));
    }
}
