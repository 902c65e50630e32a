package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.BERK;
import static lanline.core.screen.Stage.WITH_ALI;
import static lanline.core.screen.Stage.WITH_BERK;
import static lanline.core.screen.Stage.own;
import static lanline.core.screen.Stage.received;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.UserCommand.ClearConversation;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Preferences;
import lanline.core.model.Preferences.Ignored;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import lanline.core.screen.Stage.NotedReads.Read;
import org.junit.jupiter.api.Test;

/** What ignored people wrote stands in no transcript, as it came live, as it is read from the history, and after a restart. */
class IgnoringTest {
    private static final Preferences ALI_IGNORED = Preferences.USUAL.withIgnored(List.of(new Ignored(ALI.id(), "ali")));

    private final Stage stage = new Stage();
    private final Transcripts transcripts = stage.transcripts();
    private final UnreadCounts unread = new UnreadCounts(stage.bus, transcripts, stage.mentions);

    @Test
    void afterARestartOnlyWhatOneWroteOneselfIsRead() {
        transcripts.hide(ALI_IGNORED);
        stage.open(WITH_ALI, WITH_ALI);
        stage.answers(true, received(ALI, 5, "five"), own(ALI, 6, "six", Delivery.SENT));
        assertShows("ece: six (sent)");
        assertEquals(List.of(), stage.history.reads);
    }

    @Test
    void aPageOfNothingElseIsFollowedByTheNextOneDownToTheFirst() {
        transcripts.hide(ALI_IGNORED);
        stage.open(WITH_ALI, WITH_ALI);
        stage.answers(true, received(ALI, 5, "five"), received(ALI, 6, "six"));
        assertEquals(Before.number(5), stage.history.reads.get(0).before());
        stage.answers(true, received(ALI, 3, "three"));
        stage.answers(false, received(ALI, 2, "two"));
        assertEquals(List.of(), stage.history.reads);
        assertShows();
    }

    @Test
    void whoIsIgnoredWhileOnScreenIsReadAnewWithoutWhatTheyWrote() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.answers(false, own(ALI, 4, "four", Delivery.SENT), received(ALI, 5, "five"));
        stage.arrives(ALI, 6, "six");
        become(ALI_IGNORED);
        assertShows();
        stage.answers(false, own(ALI, 4, "four", Delivery.SENT), received(ALI, 5, "five"), received(ALI, 6, "six"));
        assertShows("ece: four (sent)");
    }

    @Test
    void whoIsNoLongerIgnoredIsReadAnewWithAllThatCameMeanwhile() {
        transcripts.hide(ALI_IGNORED);
        stage.open(WITH_ALI, WITH_ALI);
        stage.answers(false, own(ALI, 4, "four", Delivery.SENT), received(ALI, 5, "five"));
        become(Preferences.USUAL);
        stage.answers(false, own(ALI, 4, "four", Delivery.SENT), received(ALI, 5, "five"), received(ALI, 6, "six"));
        assertShows("ece: four (sent)", "ali: five", "ali: six");
    }

    @Test
    void anAnswerThatWasOnItsWayThenIsAskedForAgain() {
        stage.open(WITH_ALI, WITH_ALI);
        become(ALI_IGNORED);
        assertEquals(1, stage.history.reads.size());
        stage.answers(false, received(ALI, 5, "five"));
        assertEquals(new Read(stage.history.reads.get(0).tag(), WITH_ALI, Before.NOW), stage.history.reads.get(0));
        stage.answers(false, own(ALI, 4, "four", Delivery.SENT), received(ALI, 5, "five"));
        assertShows("ece: four (sent)");
    }

    @Test
    void whoIsIgnoredElsewhereIsReadAnewWhenOneComesThere() {
        stage.arrives(ALI, 6, "six");
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        stage.answers(false, received(BERK, 5, "five"));
        become(ALI_IGNORED);
        assertEquals(0, unread.of(WITH_ALI).messages(), "nothing of theirs is counted");
        assertEquals(List.of(), stage.history.reads);
        assertShows("berk: five");
        stage.open(WITH_ALI, WITH_ALI, WITH_BERK);
        stage.answers(false, received(ALI, 6, "six"));
        assertShows();
    }

    @Test
    void anotherSettingReadsNothingAnew() {
        transcripts.hide(ALI_IGNORED);
        stage.open(WITH_ALI, WITH_ALI);
        stage.answers(false, own(ALI, 4, "four", Delivery.SENT));
        stage.happens(new SettingChanged(Tag.NONE, Setting.BELL, ALI_IGNORED.with(Setting.BELL, "off")));
        assertEquals(List.of(), stage.history.reads);
        assertShows("ece: four (sent)");
    }

    @Test
    void whatWasClearedStaysSoThoughItsFirstPageComesLater() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.happens(new ClearConversation(Tag.NONE));
        stage.answers(false, received(ALI, 5, "five"));
        stage.open(ConversationId.HOME, WITH_ALI);
        stage.open(WITH_ALI, WITH_ALI);
        assertEquals(List.of(), stage.history.reads);
        assertShows();
    }

    private void become(Preferences preferences) {
        stage.happens(new SettingChanged(Tag.NONE, Setting.IGNORE, preferences));
    }

    private void assertShows(String... words) {
        Transcript shown = transcripts.shown(Transcript.empty().title());
        assertEquals(List.of(words), Stage.words(shown.lines()));
    }
}
