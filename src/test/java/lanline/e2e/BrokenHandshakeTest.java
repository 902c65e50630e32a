package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lanline.core.model.Endpoint;
import lanline.core.model.LanlineId;
import lanline.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that break in the middle of a handshake, wherever that is: afterwards a session comes about as if nothing had been. */
@InNamespaces
class BrokenHandshakeTest {
    /** What who dials sends until its first frame is through: preamble 8, message 1 1,218, message 3 202, HELLO 82. */
    private static final int DIALLED_BYTES = 1_508;

    private static final int MESSAGE_1_BYTES = 1_226;

    /** What who is dialled sends: message 2 1,351, HELLO 82. */
    private static final int ANSWERED_BYTES = 1_373;

    /** A hundred handshakes a second are taken of those who have not failed lately; one program is shown fewer, each of another address. */
    private static final int STEP = 16;

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private Program ece;
    private LanlineId eceId;
    private LanlinePeer ali;

    @BeforeEach
    void eceAndAli() throws Exception {
        LAB.lan().addAddresses(2, 100, 199);
        ece = LAB.start(1, "Ece", "--announce-every", "1");
        eceId = new LanlineId(ece.awaitReady().path("peer").asText());
        ali = LAB.lanline(2, "Ali", 'a', 6_001);
    }

    /** One run in sixteen, unless all are asked for: {@code -Dlanline.everyByte=true}. The tests of the session do every byte each time. */
    static IntStream firstBytes() {
        return Boolean.getBoolean("lanline.everyByte") ? IntStream.range(0, STEP) : IntStream.of(8);
    }

    @ParameterizedTest(
            name = "F7: dials to us that are reset after {0}, {0} + 16, {0} + 32 … bytes leave nothing behind")
    @MethodSource("firstBytes")
    void dialsToUsThatAreResetLeaveNothingBehind(int first) throws Exception {
        long sockets = Vitals.sockets(ece);
        int number = 0;
        for (int at = first; at < DIALLED_BYTES; at += STEP) {
            ali.behave(cutAfter(at));
            String from = "10.88.0." + (100 + number);
            PeerConnection cut = ali.dial("cut" + at, LAB.lan().address(1), from, eceId);
            assertTrue(cut.up.isEmpty() || at >= DIALLED_BYTES - 82, "a session after " + at + " bytes");
            assertTrue(at <= MESSAGE_1_BYTES || cut.sent > MESSAGE_1_BYTES, "no answer before " + at + " bytes");
            number++;
        }
        ali.behave((leaving, before) -> leaving);
        assertTalks();
        assertNothingIsLeft(sockets + 1);
    }

    private static LanlinePeer.Behaviour cutAfter(int bytes) {
        return (leaving, before) -> leaving.slice(0, Math.max(0, Math.min(leaving.length(), bytes - before)));
    }

    @Test
    @DisplayName("F7: answers to our dials that are reset at one byte or another leave nothing behind")
    void answersThatAreResetLeaveNothingBehind() throws Exception {
        List<Integer> places = new ArrayList<>(List.of(0, 1, 2, 3, 1_290, 1_291, 1_292, 1_372));
        IntStream.iterate(60, at -> at < ANSWERED_BYTES, at -> at + 60).forEach(places::add);
        long sockets = Vitals.sockets(ece);
        List<LanlinePeer> others = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            others.add(announced(i, cutAfter(places.get(i))));
        }
        for (LanlinePeer other : others) {
            other.awaitOver(1);
        }
        LanlinePeer whole = announced(places.size(), (leaving, before) -> leaving);
        String link = whole.awaitSession(eceId);
        whole.say(link, "merhaba");
        ece.awaitMessage("merhaba");
        ece.awaitState(ece.send(whole.id().text(), "sana da"), "sent");
        whole.awaitText("sana da");
        assertNothingIsLeft(sockets + 1);
    }

    /** Somebody whom Ece dials. Of each address she hears ten announcements at once, and dials sixteen ports. */
    private LanlinePeer announced(int number, LanlinePeer.Behaviour behaviour) throws Exception {
        Endpoint at = Samples.at("10.88.0." + (100 + number / 8), 7_000 + number);
        LanlinePeer other = ali.another(Samples.numberedKey(1_000 + number), "No. " + number, at);
        other.behave(behaviour);
        other.listen();
        other.announce("10.88.0.255");
        return other;
    }

    /** A session comes about and a message comes through. */
    private void assertTalks() throws Exception {
        PeerConnection whole = ali.dial("whole", LAB.lan().address(1), eceId);
        assertTrue(whole.up.isPresent(), "no session");
        ali.say("whole", "merhaba");
        ece.awaitMessage("merhaba");
    }

    /** One session stands; of all others nothing is left, as soon as the program has come to closing them. */
    private void assertNothingIsLeft(long sockets) throws Exception {
        Vitals.awaitAtMost(ece, "threads of links", 2, Vitals::linkThreads);
        Vitals.awaitAtMost(ece, "sockets", sockets, Vitals::sockets);
        assertEquals(Set.of(), mistakes(LAB.home("Ece")));
    }

    /** Lines of any log that tell of a mistake of ours. */
    private static Set<String> mistakes(Path home) throws IOException {
        Set<String> mistakes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path log : files.filter(file -> file.getFileName().toString().startsWith("error.log"))
                    .toList()) {
                mistakes.addAll(Files.readAllLines(log, StandardCharsets.UTF_8));
            }
        }
        return mistakes;
    }
}
