package lanline.core.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the title and the row of somebody say who is not here, or not wanted. */
class JudgementsTest {
    private static final Peer ALI = Stage.lanline("ali", "10.0.0.2");
    private static final ConversationId WITH = ConversationId.with(ALI.id());

    private final Stage stage = new Stage();
    private final Transcripts transcripts = stage.transcripts();
    private final SidebarRows sidebar =
            new SidebarRows(stage.bus, stage.time, new UnreadCounts(stage.bus, transcripts, stage.mentions));

    @ParameterizedTest
    @CsvSource({
        "NONE,'encrypted, not yet verified'",
        "NEW,'encrypted, not yet verified'",
        "KNOWN,'encrypted, not yet verified'",
        "VERIFIED,'encrypted, verified'",
        "CHANGED,KEY CHANGED: nothing is sent",
        "BLOCKED,blocked: nothing is sent"
    })
    void theTitleOfWhoIsNotHereSaysWhatWasDecided(Trust trust, String title) {
        stage.happens(new PeerAppeared(ALI));
        stage.open(WITH, WITH);
        stage.happens(new PeerLeft(ALI, true), new TrustChanged(ALI.id(), trust, false));
        assertEquals(title, sidebar.currentTitle().security().value());
    }

    @Test
    void whatIsTakenBackIsNotTold() {
        stage.happens(new PeerAppeared(ALI));
        stage.open(WITH, WITH);
        stage.happens(
                new PeerLeft(ALI, true),
                new TrustChanged(ALI.id(), Trust.BLOCKED, false),
                new TrustChanged(ALI.id(), Trust.KNOWN, false));
        assertEquals(
                "encrypted, not yet verified", sidebar.currentTitle().security().value());
    }

    @Test
    void whoIsBlockedIsSaidToBeSoHereOrNot() {
        Peer blocked = ALI.with(ALI.persona().withTrust(Trust.BLOCKED, false));
        stage.happens(new PeerAppeared(blocked), new TrustChanged(ALI.id(), Trust.BLOCKED, false));
        stage.open(WITH, WITH);
        assertRow("ali", PersonRow.Doubt.BLOCKED);
        stage.happens(new PeerLeft(blocked, true));
        assertRow("ali", PersonRow.Doubt.BLOCKED);
    }

    private void assertRow(String label, PersonRow.Doubt doubt) {
        PersonRow row = sidebar.rows().people().get(0);
        assertEquals(label, row.label().value());
        assertEquals(doubt, row.state().doubt());
    }
}
