package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.WITH_ALI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.Optional;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import org.junit.jupiter.api.Test;

/** Who one talks with, and since when that person is as the list says. */
class PersonDetailsTest {
    private final Stage stage = new Stage();
    private final PersonDetails details = new PersonDetails(stage.bus);

    private Screen.Person ali() {
        return details.of(WITH_ALI).orElseThrow();
    }

    @Test
    void aPresenceBeginsWhenThePersonAppearsAndWithEachOtherPresence() {
        Instant later = Stage.START.plusSeconds(900);
        Peer away = ALI.withPresence(Presence.AWAY, later);
        stage.happens(new PeerAppeared(ALI));
        assertEquals(new Screen.Person(ALI, Stage.START), ali());
        stage.happens(new PeerChanged(ALI, away));
        assertEquals(new Screen.Person(away, later), ali());
    }

    @Test
    void anotherNameOrAddressIsTheSamePresence() {
        Peer renamed = new Peer(
                ALI.id(),
                Nickname.fromPeer("ali2"),
                ALI.presence(),
                ALI.speaks(),
                ALI.routes(),
                Stage.START.plusSeconds(60));
        stage.happens(new PeerAppeared(ALI), new PeerChanged(ALI, renamed));
        assertEquals(new Screen.Person(renamed, Stage.START), ali());
    }

    @Test
    void nothingIsKnownOfHomeAndOfWhoLeft() {
        stage.happens(new PeerAppeared(ALI));
        assertSame(ali(), ali());
        assertEquals(Optional.empty(), details.of(ConversationId.HOME));
        stage.happens(new PeerLeft(ALI, true));
        assertEquals(Optional.empty(), details.of(WITH_ALI));
    }
}
