package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.BERK;
import static lanline.core.screen.Stage.WITH_ALI;
import static lanline.core.screen.Stage.WITH_BERK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.model.ConversationId;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** A line of the program begins with {@code *}, with {@code !} if something needs doing about it. */
class ProgramLinesTest {
    private static final ConversationId HOME = ConversationId.HOME;

    private final Stage stage = new Stage();
    private final Transcripts transcripts = stage.transcripts();

    ProgramLinesTest() {
        new ProgramLines(stage.bus, stage.time, transcripts);
    }

    @Test
    void aNoticeStandsInTheConversationThatItIsAbout() {
        stage.open(WITH_BERK, WITH_ALI, WITH_BERK);
        stage.open(WITH_ALI, WITH_ALI, WITH_BERK);
        stage.happens(notice(Notice.Kind.TROUBLE, WITH_BERK));
        assertSays(WITH_ALI);
        assertSays(WITH_BERK, "! look here");
    }

    @Test
    void aNoticeAboutNothingOpenStandsAtHome() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.happens(notice(Notice.Kind.INFORMATION, WITH_BERK), notice(Notice.Kind.TROUBLE, HOME));
        assertSays(WITH_ALI);
        assertSays(HOME, "* look here", "! look here");
    }

    @Test
    void whoIsBlockedNeitherComesNorGoes() {
        stage.open(WITH_ALI, WITH_ALI);
        Peer blocked = ALI.with(ALI.persona().withTrust(Trust.BLOCKED, false));
        stage.happens(new PeerLeft(blocked, true), new PeerAppeared(blocked), new PeerLeft(blocked, false));
        assertSays(WITH_ALI);
    }

    @Test
    void answersStandWhereOneLooks() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.happens(
                new UsersListed(Tag.NONE, List.of(ALI, BERK)),
                new OwnNameChanged(Tag.NONE, Nickname.fromPeer("zeynep")),
                new OwnStatusChanged(Tag.NONE, Status.AWAY, SafeText.EMPTY),
                new HistoryExported(Tag.NONE, "lan.txt", 12),
                new HistoryExported(Tag.NONE, "one.txt", 1));
        assertSays(
                WITH_ALI,
                "* ali is online (10.0.0.2, older program)",
                "* berk is online (10.0.0.3, older program)",
                "* you are zeynep now",
                "* others see you as away",
                "* 12 messages written to lan.txt",
                "* 1 message written to one.txt");
        assertSays(HOME);
    }

    @Test
    void aRefusalStandsWhereOneLooksUnlessAViewAskedByItself() {
        stage.open(WITH_ALI, WITH_ALI);
        stage.happens(
                CommandRefused.unknownPeer(Tag.NONE, "veli"),
                CommandRefused.unknownPeer(new Tag("7"), "can"),
                CommandRefused.unknownPeer(HistoryPage.TAG, "deniz"));
        assertSays(
                WITH_ALI,
                "! nobody called veli was heard; /users lists who is here",
                "! nobody called can was heard; /users lists who is here");
    }

    @Test
    void comingAndGoingIsToldOnlyWhereOneTalks() {
        stage.open(WITH_BERK, WITH_BERK);
        stage.open(HOME, WITH_BERK);
        stage.happens(
                new PeerAppeared(ALI),
                new PeerLeft(ALI, true),
                new PeerLeft(BERK, true),
                new PeerAppeared(BERK),
                new PeerLeft(BERK, false));
        assertSays(HOME);
        assertSays(WITH_BERK, "* berk left", "* berk is here", "* berk was not heard for 15 minutes");
    }

    @Test
    void homeBeginsWithOnesAddressesAndTheFirstSteps() {
        stage.happens(addresses("10.0.0.1", "127.0.0.1", "192.168.1.7"), addresses());
        List<String> said = said(HOME);
        assertEquals("* you are reachable at 10.0.0.1, 192.168.1.7, port 6001", said.get(0));
        assertEquals("* who is here stands at the side", said.get(1).split(":", 2)[0]);
        assertEquals("! no network is up: only people on this machine can be reached", said.get(2));
        assertEquals(3, said.size(), "the first steps are told once");
    }

    @Test
    void linesBearTheTimeAtWhichTheyWereSaid() {
        stage.time.pass(90);
        stage.happens(notice(Notice.Kind.INFORMATION, HOME));
        Transcript shown = transcripts.shown(Transcript.empty().title());
        assertEquals(Stage.START.plusSeconds(90), shown.lines().get(0).time());
    }

    private static Notice notice(Notice.Kind kind, ConversationId about) {
        return new Notice(kind, SafeText.line("look here"), about);
    }

    private static AddressesKnown addresses(String... addresses) {
        List<HostAddress> known =
                List.of(addresses).stream().map(HostAddress::new).toList();
        return new AddressesKnown(known, 6_000, 6_001);
    }

    private void assertSays(ConversationId where, String... expected) {
        assertEquals(List.of(expected), said(where));
    }

    private List<String> said(ConversationId where) {
        stage.open(where, WITH_ALI, WITH_BERK);
        return Stage.words(transcripts.shown(Transcript.empty().title()).lines());
    }
}
