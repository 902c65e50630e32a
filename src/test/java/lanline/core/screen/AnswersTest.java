package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.START;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lanline.core.event.ChatEvent.InterfaceReport;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.PeerDescribed;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Speech;
import lanline.core.model.Tag;
import lanline.core.secure.Fingerprint;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void usersAreListedOneALine() {
        Peer busy = Stage.lanline("berk", "10.0.0.3").withPresence(Presence.BUSY, START);
        assertSays(
                Answers.of(new UsersListed(Tag.NONE, List.of(ALI, busy))),
                "ali is online (10.0.0.2, older program)",
                "berk is busy (10.0.0.3)");
    }

    @Test
    void whereNobodyIsItSaysWhatToDo() {
        assertSays(
                Answers.of(new UsersListed(Tag.NONE, List.of())),
                "nobody else was heard yet; /net tells what was sent and heard");
    }

    @Test
    void somebodyIsDescribedWithEveryRouteIdAndSafety() {
        Route home = new Route(List.of(new Endpoint(new HostAddress("10.0.0.2"), 6_001)));
        Route other = new Route(List.of(new Endpoint(new HostAddress("fe80::1"), 6_002)));
        Peer like = Stage.lanline("ali", "10.0.0.2");
        Peer peer =
                new Peer(like.id(), like.name(), Presence.AWAY, like.speaks(), List.of(home, other), like.lastHeard());
        assertSays(
                Answers.of(new PeerDescribed(Tag.NONE, peer, Security.NONE, 119)),
                "ali is away (10.0.0.2)",
                "heard 119 s ago",
                "reached at 10.0.0.2:6001",
                "reached at [fe80::1]:6002",
                "speaks Lanline",
                "not met yet; key " + Fingerprint.of(Samples.id('2')),
                "encrypted, not yet verified");
    }

    @Test
    void everyWayOfAnOlderProgramIsNamedAndTheOneThatIsUsed() {
        Speech both = new Speech(Speaks.COURSE_2024, List.of(Speaks.COURSE_2024, Speaks.COURSE_2019), Habits.UNKNOWN);
        Peer peer = new Peer(ALI.id(), ALI.persona(), ALI.presence(), both, ALI.routes(), ALI.lastHeard());
        assertEquals(
                "the course program's protocol of 2024 and the course program's protocol of 2019;"
                        + " messages go by the first",
                Answers.speech(peer));
    }

    @Test
    void anOlderProgramIsCalledNotPrivate() {
        List<SafeText> lines = Answers.of(new PeerDescribed(Tag.NONE, ALI, Security.NONE, 120));
        assertEquals("heard 2 min ago", lines.get(1).value());
        assertEquals("older program: NOT PRIVATE", lines.get(lines.size() - 1).value());
    }

    @Test
    void whoIsWrittenToInTheOldEncryptionIsDescribedSo() {
        List<SafeText> lines = Answers.of(new PeerDescribed(Tag.NONE, ALI, Security.WEAK, 120));
        assertEquals(
                "older program, WEAK old encryption: NOT PRIVATE",
                lines.get(lines.size() - 1).value());
    }

    @Test
    void theNetworkIsReportedAnInterfaceALineAndTheAdviceLast() {
        LanInterface wired =
                LanInterface.of("eth0", new HostAddress("10.0.0.1"), 24).orElseThrow();
        InterfaceReport lively = new InterfaceReport(wired, 6000, 7, 3, 12, 300, SafeText.EMPTY);
        InterfaceReport silent =
                new InterfaceReport(LanInterface.LOOPBACK, 6000, 0, -1, 0, -1, SafeText.line("not permitted"));
        NetworkReported report =
                new NetworkReported(Tag.NONE, List.of(lively, silent), List.of(SafeText.line("try --peer")));
        assertSays(
                Answers.of(report),
                "eth0 (10.0.0.1/24), UDP 6000: 7 sent (last 3 s ago), 12 heard (last 5 min ago)",
                "lo (127.0.0.1/8), UDP 6000: 0 sent, 0 heard; not permitted",
                "try --peer");
    }

    private static void assertSays(List<SafeText> lines, String... expected) {
        assertEquals(List.of(expected), lines.stream().map(SafeText::value).toList());
    }
}
