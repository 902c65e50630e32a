package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.BERK;
import static lanline.core.screen.Stage.WITH_ALI;
import static lanline.core.screen.Stage.WITH_BERK;
import static lanline.core.screen.Stage.own;
import static lanline.core.screen.Stage.received;
import static lanline.core.screen.Stage.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.UserCommand.ClearConversation;
import lanline.core.event.UserCommand.CloseConversation;
import lanline.core.event.UserCommand.LoadOlder;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Nickname;
import lanline.core.model.Tag;
import org.junit.jupiter.api.Test;

class TranscriptsTest {
    private static final ConversationId HOME = ConversationId.HOME;
    private static final LoadOlder MORE = new LoadOlder(Tag.NONE, WITH_ALI);

    private final Stage stage = new Stage();
    private final Transcripts transcripts = stage.transcripts();

    @Test
    void ownMessagesShowTheirStateInTheirPlace() {
        openAli();
        stage.answers(false);
        stage.queued(ALI, 1, "looking");
        stage.arrives(ALI, 2, "thanks");
        stage.queued(ALI, 3, "12 to 16");
        stage.progresses(ALI, 1, "looking", Delivery.SENT);
        stage.progresses(ALI, 3, "12 to 16", Delivery.failed("nobody answers"));
        assertShows("ece: looking (sent)", "ali: thanks", "ece: 12 to 16 (failed)");
        stage.progresses(ALI, 3, "12 to 16", Delivery.QUEUED);
        assertShows("ece: looking (sent)", "ali: thanks", "ece: 12 to 16 (queued)");
    }

    @Test
    void anOwnMessageThatCameFromTheHistoryShowsItsNewStateToo() {
        openAli();
        stage.answers(false, own(ALI, 1, "looking", Delivery.failed("nobody answers")));
        stage.progresses(ALI, 1, "looking", Delivery.SENT);
        assertShows("ece: looking (sent)");
    }

    @Test
    void theStateOfAMessageThatIsNotLoadedChangesNothing() {
        openAli();
        stage.answers(true, received(ALI, 5, "hi"));
        stage.progresses(ALI, 1, "looking", Delivery.SENT);
        assertShows("ali: hi");
    }

    @Test
    void aPeerThatUsesTheIdOfAnOwnMessageAgainNeitherHidesNorReplacesIt() {
        openAli();
        stage.answers(false);
        stage.queued(ALI, 1, "looking");
        stage.arrives(ALI, 1, "never mind");
        stage.progresses(ALI, 1, "looking", Delivery.SENT);
        assertShows("ece: looking (sent)", "ali: never mind");
        stage.happens(new ClearConversation(Tag.NONE), MORE);
        stage.queued(ALI, 1, "looking");
        stage.answers(false, received(ALI, 1, "never mind"));
        assertShows("ali: never mind", "ece: looking (queued)");
    }

    @Test
    void whatCameWhileOneWasElsewhereIsNew() {
        openAli();
        stage.answers(false, received(ALI, 1, "one"));
        assertEquals(Transcript.NOTHING_NEW, shown().newFrom());
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        stage.arrives(ALI, 2, "two");
        stage.arrives(ALI, 3, "three");
        openAli();
        assertNewFrom("ali: two");
    }

    @Test
    void theNewLineStaysUntilOneLeavesAgain() {
        openAli();
        stage.answers(true, received(ALI, 1, "one"));
        stage.open(HOME, WITH_ALI);
        stage.arrives(ALI, 2, "two");
        openAli();
        stage.arrives(ALI, 3, "three");
        stage.queued(ALI, 4, "four");
        stage.happens(MORE);
        stage.answers(false, received(ALI, 0, "zero"));
        assertNewFrom("ali: two");
        stage.open(HOME, WITH_ALI);
        stage.arrives(ALI, 5, "five");
        openAli();
        assertNewFrom("ali: five");
    }

    @Test
    void whatCameWhileOneLookedAtAnotherWindowIsNew() {
        openAli();
        stage.answers(false, received(ALI, 1, "one"));
        stage.focuses(WITH_ALI, false);
        assertNothingNewYet();
        stage.arrives(ALI, 2, "two");
        stage.focuses(WITH_ALI, true);
        stage.arrives(ALI, 3, "three");
        assertNewFrom("ali: two");
        stage.focuses(WITH_ALI, false);
        assertNothingNewYet();
        stage.focuses(WITH_ALI, true);
        stage.arrives(ALI, 4, "four");
        assertEquals(Transcript.NOTHING_NEW, shown().newFrom());
    }

    /** What will come is new; nothing that is there is. */
    private void assertNothingNewYet() {
        assertEquals(shown().lines().firstKey() + shown().lines().size(), shown().newFrom());
    }

    @Test
    void whatCameWhileOneWasScrolledBackIsNewWhenOneComesAgain() {
        openAli();
        stage.answers(false, received(ALI, 1, "one"));
        stage.looks(WITH_ALI, false);
        stage.arrives(ALI, 2, "two");
        stage.open(HOME, WITH_ALI);
        stage.arrives(ALI, 3, "three");
        openAli();
        assertNewFrom("ali: two");
        stage.looks(WITH_ALI, true);
        stage.open(HOME, WITH_ALI);
        stage.arrives(ALI, 4, "four");
        openAli();
        assertNewFrom("ali: four");
    }

    @Test
    void allThatCameBeforeTheConversationWasFirstOpenedIsNew() {
        stage.arrives(ALI, 2, "two");
        openAli();
        stage.answers(false, received(ALI, 1, "one"), received(ALI, 2, "two"));
        assertNewFrom("ali: two");
    }

    @Test
    void whereNothingCameMeanwhileWhatFollowsIsNotNew() {
        openAli();
        stage.answers(false, received(ALI, 1, "one"));
        stage.open(HOME, WITH_ALI);
        openAli();
        stage.arrives(ALI, 2, "two");
        assertEquals(Transcript.NOTHING_NEW, shown().newFrom());
    }

    @Test
    void whatOneWroteFromElsewhereIsNotNew() {
        stage.queued(ALI, 1, "looking");
        openAli();
        stage.answers(false);
        assertEquals(Transcript.NOTHING_NEW, shown().newFrom());
        stage.open(HOME, WITH_ALI);
        stage.queued(ALI, 2, "found it");
        stage.arrives(ALI, 3, "where?");
        openAli();
        assertNewFrom("ali: where?");
    }

    @Test
    void clearedIsEmptyAndStaysSoUntilOneScrollsBack() {
        openAli();
        stage.answers(true, received(ALI, 1, "one"));
        stage.arrives(ALI, 2, "two");
        stage.happens(new ClearConversation(Tag.NONE));
        assertShows();
        stage.arrives(ALI, 3, "three");
        stage.open(WITH_ALI, WITH_ALI, WITH_BERK);
        assertShows("ali: three");
        stage.happens(MORE);
        stage.answers(false, received(ALI, 1, "one"), received(ALI, 2, "two"), received(ALI, 3, "three"));
        assertShows("ali: one", "ali: two", "ali: three");
    }

    @Test
    void keysAreNotUsedAgainAfterClearing() {
        openAli();
        stage.answers(false);
        stage.arrives(ALI, 1, "one");
        long key = shown().lines().firstKey();
        stage.happens(new ClearConversation(Tag.NONE));
        stage.arrives(ALI, 2, "two");
        assertEquals(key + 1, shown().lines().firstKey());
    }

    @Test
    void whatHappensToAClosedConversationDoesNotOpenIt() {
        openAli();
        stage.queued(ALI, 1, "looking");
        stage.happens(new CloseConversation(Tag.NONE));
        stage.open(HOME);
        stage.progresses(ALI, 1, "looking", Delivery.SENT);
        stage.happens(MORE);
        stage.answers(false, received(ALI, 1, "one"));
        assertFalse(transcripts.isOpen(WITH_ALI));
        assertEquals(List.of(), stage.history.reads);
    }

    @Test
    void aForgottenConversationIsNotOpenAnyMore() {
        openAli();
        stage.answers(false);
        stage.arrives(BERK, 1, "hi");
        stage.happens(new ConversationForgotten(WITH_BERK));
        assertFalse(transcripts.isOpen(WITH_BERK));
        assertTrue(transcripts.isOpen(WITH_ALI));
    }

    @Test
    void allTogetherStayLightAtTheCostOfTheHeaviest() {
        stage.arrives(BERK, 1, "hi");
        openAli();
        stage.answers(false);
        String much = "x".repeat(1 << 20);
        for (int i = 2; i < 20; i++) {
            stage.arrives(ALI, i, much);
            assertTrue(transcripts.weight() <= Transcripts.MOST_WEIGHT);
        }
        assertEquals(
                Stage.received(ALI, 19, much),
                messages().toList().get(shown().lines().size() - 1).message());
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        assertShows("berk: hi");
    }

    @Test
    void homeCannotBeClosed() {
        transcripts.say(HOME, said("hello"));
        stage.happens(new CloseConversation(Tag.NONE));
        assertShows("* hello");
    }

    @Test
    void theProgramSpeaksAtHomeWhereTheConversationIsNotOpen() {
        transcripts.say(WITH_BERK, said("berk left"));
        assertShows("* berk left");
        stage.open(WITH_BERK, WITH_BERK);
        transcripts.say(WITH_BERK, said("berk is here"));
        assertShows("* berk is here");
    }

    @Test
    void aMessageThatCallsOneByNameIsMarkedAndOnesOwnIsNot() {
        openAli();
        stage.answers(false);
        stage.arrives(ALI, 1, "ECE: and port 16?");
        stage.queued(ALI, 2, "ece here");
        stage.happens(new OwnNameChanged(Tag.NONE, Nickname.fromPeer("zeynep")));
        stage.arrives(ALI, 3, "ece?");
        stage.arrives(ALI, 4, "zeynep?");
        assertEquals(List.of(true, false, false, true), mentions());
        assertShows("ali: ECE: and port 16?", "ece: ece here (queued)", "ali: ece?", "ali: zeynep?");
    }

    @Test
    void aMessageThatCouldNotBeStoredSaysSo() {
        openAli();
        stage.happens(new MessageArrived(received(ALI, 1, "one"), false));
        stage.happens(new MessageArrived(received(ALI, 2, "two"), true));
        assertEquals(List.of(false, true), messages().map(Line.Message::kept).toList());
    }

    @Test
    void eachConversationHasItsOwnLines() {
        openAli();
        stage.arrives(BERK, 1, "hi");
        assertShows();
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        assertShows("berk: hi");
    }

    private void openAli() {
        stage.open(WITH_ALI, WITH_ALI);
    }

    private Transcript shown() {
        return transcripts.shown(Transcript.empty().title());
    }

    private List<Boolean> mentions() {
        return messages().map(Line.Message::mentions).toList();
    }

    private Stream<Line.Message> messages() {
        return Stage.list(shown().lines()).stream().map(Line.Message.class::cast);
    }

    private void assertShows(String... words) {
        assertEquals(List.of(words), Stage.words(shown().lines()));
    }

    private void assertNewFrom(String words) {
        Transcript transcript = shown();
        int index = (int) (transcript.newFrom() - transcript.lines().firstKey());
        assertEquals(words, Stage.words(transcript.lines()).get(index));
    }
}
