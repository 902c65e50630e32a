package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.BERK;
import static lanline.core.screen.Stage.WITH_ALI;
import static lanline.core.screen.Stage.WITH_BERK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;
import lanline.core.model.Tag;
import lanline.core.screen.UnreadCounts.Count;
import org.junit.jupiter.api.Test;

/** Read is what is shown, in the current conversation, at its live end. */
class UnreadCountsTest {
    private final Stage stage = new Stage();
    private final Transcripts transcripts = stage.transcripts();
    private final UnreadCounts unread = new UnreadCounts(stage.bus, transcripts, stage.mentions);

    @Test
    void whatComesInSightIsRead() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.arrives(ALI, 1, "hi");
        assertUnread(WITH_ALI, 0, false);
    }

    @Test
    void whatComesElsewhereIsNot() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.arrives(BERK, 1, "hi");
        stage.arrives(BERK, 2, "are you there?");
        assertUnread(WITH_BERK, 2, false);
        assertUnread(WITH_ALI, 0, false);
    }

    @Test
    void scrolledBackOrOutOfFocusNothingIsReadUntilTheEndIsInSightAgain() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.looks(WITH_ALI, false);
        stage.arrives(ALI, 1, "hi");
        stage.arrives(ALI, 2, "hello?");
        assertUnread(WITH_ALI, 2, false);
        stage.looks(WITH_ALI, true);
        assertUnread(WITH_ALI, 0, false);
    }

    @Test
    void openingAConversationReadsIt() {
        stage.arrives(BERK, 1, "hi");
        stage.open(WITH_BERK, WITH_BERK);
        assertUnread(WITH_BERK, 0, false);
    }

    @Test
    void whatCameWhileOneWasAtAnotherWindowIsReadWhenOneIsBack() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.focuses(WITH_ALI, false);
        stage.arrives(ALI, 1, "hi");
        assertUnread(WITH_ALI, 1, false);
        stage.focuses(WITH_ALI, true);
        assertUnread(WITH_ALI, 0, false);
    }

    @Test
    void openingAConversationThatIsScrolledBackDoesNotReadIt() {
        stage.open(WITH_ALI, WITH_ALI, WITH_BERK);
        stage.looks(WITH_ALI, false);
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        stage.arrives(ALI, 1, "hi");
        stage.open(WITH_ALI, WITH_ALI, WITH_BERK);
        assertUnread(WITH_ALI, 1, false);
        stage.looks(WITH_ALI, true);
        assertUnread(WITH_ALI, 0, false);
    }

    @Test
    void openingAnotherConversationDoesNotReadTheOneBefore() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.looks(WITH_ALI, false);
        stage.arrives(ALI, 1, "hi");
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        assertUnread(WITH_ALI, 1, false);
    }

    @Test
    void anotherOneThatOpensDoesNotReadTheCurrentOne() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.looks(WITH_ALI, false);
        stage.arrives(ALI, 1, "hi");
        stage.open(WITH_ALI, WITH_ALI, WITH_BERK);
        assertUnread(WITH_ALI, 1, false);
    }

    @Test
    void aViewOfAConversationThatIsNotCurrentAnyMoreSaysNothing() {
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        stage.arrives(ALI, 1, "hi");
        stage.looks(WITH_ALI, true);
        assertUnread(WITH_ALI, 1, false);
        stage.looks(WITH_ALI, false);
        stage.arrives(BERK, 2, "hi");
        assertUnread(WITH_BERK, 0, false);
    }

    @Test
    void oneMentionAmongManyIsRemembered() {
        stage.arrives(ALI, 1, "hi");
        stage.arrives(ALI, 2, "Ece?");
        stage.arrives(ALI, 3, "hello?");
        assertUnread(WITH_ALI, 3, true);
        stage.open(WITH_ALI, WITH_ALI);
        stage.open(ConversationId.HOME, WITH_ALI);
        stage.arrives(ALI, 4, "never mind");
        assertUnread(WITH_ALI, 1, false);
    }

    @Test
    void theNameThatOneBearsNowIsTheOneThatCalls() {
        stage.happens(new OwnNameChanged(Tag.NONE, Nickname.fromPeer("zeynep")));
        stage.arrives(ALI, 1, "ece?");
        assertUnread(WITH_ALI, 1, false);
        stage.arrives(ALI, 2, "zeynep?");
        assertUnread(WITH_ALI, 2, true);
    }

    @Test
    void ownMessagesAreNeverUnread() {
        stage.queued(ALI, 1, "looking");
        assertUnread(WITH_ALI, 0, false);
    }

    @Test
    void aForgottenConversationHasNothingUnread() {
        stage.arrives(ALI, 1, "hi");
        stage.happens(new ConversationForgotten(WITH_ALI));
        assertUnread(WITH_ALI, 0, false);
    }

    @Test
    void everyChangeAndNothingElseIsCounted() {
        long before = unread.changes();
        stage.open(WITH_ALI, WITH_ALI);
        stage.arrives(ALI, 1, "hi");
        stage.looks(WITH_ALI, true);
        assertEquals(before, unread.changes());
        stage.arrives(BERK, 2, "hi");
        assertNotEquals(before, unread.changes());
        long one = unread.changes();
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        assertNotEquals(one, unread.changes());
    }

    private void assertUnread(ConversationId conversation, int messages, boolean mentions) {
        assertEquals(new Count(messages, mentions), unread.of(conversation));
    }
}
