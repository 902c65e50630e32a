package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mallory, in the place of Ali, wants Ece's program to fall back to something that can be read: whatever is answered, cut or changed at whatever
 * step, nothing of what she writes leaves unencrypted; it waits, and reaches Ali once he is there. In each test it is another Ali, of
 * another key, name and machine.
 */
@InNamespaces
class DowngradeTest {
    private static final String SECRET = "çok gizli: yarın saat dokuzda";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static Program ece;
    private static LanlineId eceId;
    private static char lastKey = 'A';

    private String name;
    private LanlinePeer ali;

    @BeforeAll
    static void eceIsThere() throws Exception {
        ece = LAB.launch(1, "Ece", "--announce-every", "1");
        eceId = new LanlineId(ece.awaitReady().path("peer").asText());
    }

    /** Ece knows Ali's key; then his program is gone, and what answers at his place is under a test's control. */
    @BeforeEach
    void aliIsKnown() throws Exception {
        ece.beginAnew();
        name = "Ali" + LAB.lan().move(2);
        ali = LAB.lanline(2, name, lastKey++, 6_001);
        PeerConnection met = ali.dial("met", LAB.lan().address(1), eceId);
        assertTrue(met.up.isPresent());
        ece.awaitPeer(name, "online");
        ali.cut("met");
        ece.awaitPeer(name, "away");
    }

    /** What a relay does to the bytes that Ali sends in answer. */
    record Step(String what, LanlinePeer.Behaviour behaviour) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Step> steps() {
        return Stream.of(
                new Step("nothing is answered, and the link is reset", cutAfter(0)),
                new Step("the length alone comes", cutAfter(2)),
                new Step("half of message 2 comes", cutAfter(600)),
                new Step("all but the last byte of message 2 comes", cutAfter(1_290)),
                new Step("a bit of the length is flipped", flip(1, 0x01)),
                new Step("a bit of the first key is flipped", flip(2, 0x80)),
                new Step("a bit of what shows who is there is flipped", flip(1_240, 0x04)),
                new Step("the last bit of message 2 is flipped", flip(1_290, 0x01)),
                new Step("a bit of the first frame is flipped", flip(1_320, 0x10)),
                new Step("the answer is zeros", (leaving, before) -> Bytes.copyOf(new byte[leaving.length()])),
                new Step("the answer is an old one in JSON", (leaving, before) -> json(leaving.length())),
                new Step("the answer is a text, as of 2019", (leaving, before) -> padded("merhaba", leaving.length())));
    }

    private static LanlinePeer.Behaviour cutAfter(int bytes) {
        return (leaving, before) -> leaving.slice(0, Math.max(0, Math.min(leaving.length(), bytes - before)));
    }

    private static LanlinePeer.Behaviour flip(int at, int bit) {
        return (leaving, before) -> {
            byte[] bytes = leaving.toArray();
            if (at >= before && at < before + bytes.length) {
                bytes[at - before] ^= (byte) bit;
            }
            return Bytes.copyOf(bytes);
        };
    }

    private static Bytes json(int length) {
        return padded("{\"key\": \"8\", \"unencrypted_message\": \"konuşalım\"}", length);
    }

    private static Bytes padded(String text, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        Bytes.utf8(text).copyTo(bytes, 0);
        return Bytes.copyOf(bytes);
    }

    @ParameterizedTest(
            name = "F7: where {0}, nothing is said in the clear, and it arrives once Ali answers as he should")
    @MethodSource("steps")
    void nothingIsSaidInTheClear(Step step) throws Exception {
        ali.behave(step.behaviour());
        ali.listen();
        String waiting = ece.send(ali.id().text(), SECRET);
        ali.awaitOver(2);
        assertNothingWasSaid(waiting);
        ali.behave((leaving, before) -> leaving);
        ali.dial("back", LAB.lan().address(1), eceId);
        ali.awaitText(SECRET);
        ece.awaitState(waiting, "delivered");
        assertFalse(ali.overheard().has(SECRET));
    }

    private void assertNothingWasSaid(String waiting) throws InterruptedException {
        ece.awaitState(waiting, "queued");
        assertFalse(ali.overheard().has(SECRET), "it left in the clear");
        assertTrue(ali.overheard().length() > 0);
        assertEquals(List.of(), ali.texts());
        assertEquals(Set.of("queued"), Set.copyOf(ece.statesOf(waiting)));
    }

    @Test
    @DisplayName("F7: an older program under Ali's name and at his address gets nothing without a word of Ece's")
    void anOlderProgramInHisPlaceGetsNothing() throws Exception {
        ali.raw().take();
        String waiting = ece.send(ali.id().text(), SECRET);
        ali.raw().announce(LAB.lan().address(2), "10.88.0.255", "{\"username\": \"" + name + "\"}");
        String older = ece.awaitEvent(
                        "peer",
                        event -> Program.has(event, "name", name) && Program.has(event, "speaks", "course-2024"))
                .path("peer")
                .asText();
        var refused = ece.ask("send", "to", older, "text", SECRET);
        assertEquals("error", refused.path("event").asText(), refused.toString());
        ece.tell("insecure", "to", older);
        String plain = ece.send(older, "bunu herkes okuyabilir");
        ece.awaitState(plain, "sent");
        assertSaysOnly("herkes okuyabilir");
        assertEquals(Set.of("queued"), Set.copyOf(ece.statesOf(waiting)));
    }

    /** What is no text is the beginning of a session, with which Ali's own program is looked for. */
    private void assertSaysOnly(String wanted) throws InterruptedException {
        String heard = ali.raw().nextMessage().text();
        while (!heard.contains(wanted)) {
            assertTrue(heard.contains("LL1"), heard);
            heard = ali.raw().nextMessage().text();
        }
    }

    @Test
    @DisplayName("F7: who has spoken the better encryption before is refused with the weaker one")
    void theWeakerSuiteIsRefused() throws Exception {
        PeerConnection weaker = ali.dialWeaker("weaker", LAB.lan().address(1), eceId);
        assertTrue(weaker.up.isEmpty(), "a session in the weaker encryption");
        PeerConnection usual = ali.dial("usual", LAB.lan().address(1), eceId);
        assertTrue(usual.up.isPresent());
    }
}
