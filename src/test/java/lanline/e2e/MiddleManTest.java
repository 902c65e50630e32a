package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.LanlineId;
import lanline.core.secure.SharedWords;
import lanline.core.session.Frame;
import lanline.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Mallory is the only way between Ece and Ali, and plays each for the other, with a key of her own: at their first contact, and at a later one.
 */
@InNamespaces
class MiddleManTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    private LanlinePeer falseAli;
    private LanlinePeer falseEce;

    @BeforeEach
    void mallory() throws Exception {
        falseAli = LAB.lanline(3, "Ali", 'x', 7_001);
        falseEce =
                falseAli.another(Samples.key('y'), "Ece", Samples.at(LAB.lan().address(3), 7_002));
        falseAli.listen();
        falseEce.listen();
    }

    @AfterEach
    void leaveTheMiddle() {
        LAB.lan().hub().sh("nft flush ruleset");
    }

    /** Nothing passes between the cables of Ece and Ali. */
    private static void takeTheMiddle() {
        LAB.lan()
                .hub()
                .sh("nft flush ruleset; nft add table bridge f;"
                        + " nft add chain bridge f pass '{ type filter hook forward priority 0; }';"
                        + " nft add rule bridge f pass iifname v1 oifname v2 drop;"
                        + " nft add rule bridge f pass iifname v2 oifname v1 drop");
    }

    @Test
    @DisplayName("F7: in the middle from the first contact on, she is found out by the words, and when she has gone")
    void inTheMiddleFromTheFirstContactOn() throws Exception {
        takeTheMiddle();
        Program ece = LAB.start(1, "Ece", "--announce-every", "1");
        Program ali = LAB.start(2, "Ali", "--announce-every", "1");
        Ends ends = meet(ece, ali);
        passOn(ends);
        ece.send(falseAli.id().text(), "merhaba Ali");
        falseAli.awaitText("merhaba Ali");
        ali.awaitMessage("merhaba Ali");

        compareInHerOwnName(ends, ece, ali);
        List<String> hers = words(ece);
        List<String> his = words(ali);
        assertEquals(6, hers.size());
        assertEquals(6, his.size());
        assertNotEquals(hers, his);

        goneForGood(ends);
        ece.awaitPeer("Ali", "away");
        leaveTheMiddle();
        assertTheTrueOneIsChanged(ece, ali);
    }

    /** Both have Mallory's keys, under each other's name. */
    private Ends meet(Program ece, Program ali) throws Exception {
        falseAli.announce(LAB.lan().address(1));
        falseEce.announce(LAB.lan().address(2));
        LanlineId eceId = new LanlineId(ece.awaitReady().path("peer").asText());
        LanlineId aliId = new LanlineId(ali.awaitReady().path("peer").asText());
        Ends ends = new Ends(falseAli.awaitSession(eceId), falseEce.awaitSession(aliId), aliId);
        assertEquals(
                falseAli.id().text(),
                ece.awaitPeer("Ali", "online").path("peer").asText());
        assertEquals(
                falseEce.id().text(),
                ali.awaitPeer("Ece", "online").path("peer").asText());
        return ends;
    }

    private record Ends(String toEce, String toAli, LanlineId aliId) {}

    /** What one says, the other hears. */
    private void passOn(Ends ends) {
        falseAli.heed((link, frame) -> pass(falseEce, ends.toAli(), frame));
        falseEce.heed((link, frame) -> pass(falseAli, ends.toEce(), frame));
    }

    private static void pass(LanlinePeer other, String link, Frame frame) throws InterruptedException {
        boolean isOfTheTwo = frame instanceof Frame.Text || frame instanceof Frame.Receipt;
        if (isOfTheTwo) {
            other.say(link, frame);
        }
    }

    /** With each of the two as one that leads or follows in order, since passing on what they commit to would break at once. */
    private void compareInHerOwnName(Ends ends, Program ece, Program ali) throws Exception {
        Bytes nonce = Bytes.copyOf(new byte[SharedWords.NONCE_LENGTH]);
        ece.tell("verify", "to", falseAli.id().text());
        falseAli.awaitFrame(ends.toEce(), step(ComparisonStep.COMMIT)::in);
        falseAli.say(ends.toEce(), new Frame.Compare(ComparisonStep.ANSWER, nonce));
        var between = new SharedWords.Between(falseEce.id(), ends.aliId(), falseEce.binding(ends.toAli()));
        falseEce.say(ends.toAli(), new Frame.Compare(ComparisonStep.COMMIT, SharedWords.commitment(between, nonce)));
        falseEce.awaitFrame(ends.toAli(), step(ComparisonStep.ANSWER)::in);
        falseEce.say(ends.toAli(), new Frame.Compare(ComparisonStep.REVEAL, nonce));
    }

    private static Step step(ComparisonStep step) {
        return new Step(step);
    }

    private record Step(ComparisonStep step) {
        Optional<Frame> in(Frame frame) {
            return Optional.of(frame).filter(said -> said instanceof Frame.Compare compare && compare.step() == step);
        }
    }

    private static List<String> words(Program program) throws InterruptedException {
        JsonNode shown = program.awaitEvent("verify", event -> Program.has(event, "state", "shown"));
        List<String> words = new ArrayList<>();
        shown.path("words").forEach(word -> words.add(word.asText()));
        return words;
    }

    private void goneForGood(Ends ends) throws InterruptedException {
        falseAli.cut(ends.toEce());
        falseEce.cut(ends.toAli());
        falseAli.wire().deafen(7_001);
        falseAli.wire().deafen(7_002);
    }

    /** The key of the true Ali is not the one that Ece knows by his name: she is told, and nothing goes to either. */
    private static void assertTheTrueOneIsChanged(Program ece, Program ali) throws Exception {
        String aliId = ali.awaitReady().path("peer").asText();
        JsonNode row = ece.awaitEvent(
                "peer", event -> Program.has(event, "peer", aliId) && Program.has(event, "trust", "changed"));
        assertEquals("Ali", row.path("name").asText());
        JsonNode refused = ece.ask("send", "to", aliId, "text", "gerçekten sen misin?");
        assertEquals("error", refused.path("event").asText(), refused.toString());
        ece.awaitNotice("another key");
        assertFalse(ali.output().soFar().toString().contains("gerçekten"));
    }

    @Test
    @DisplayName(
            "F7: in the middle after the first contact, she is another key; what Ece writes waits for the true one")
    void inTheMiddleAfterTheFirstContact() throws Exception {
        Program ece = LAB.start(1, "Ece", "--announce-every", "1");
        Program ali = LAB.start(2, "Ali", "--announce-every", "1");
        String aliId = ali.awaitReady().path("peer").asText();
        ece.awaitPeer("Ali", "online");
        ali.quit();
        ece.awaitPeer("Ali", "gone");

        falseAli.announce("10.88.0.255");
        falseAli.awaitSession(new LanlineId(ece.awaitReady().path("peer").asText()));
        ece.awaitEvent(
                "peer",
                event -> Program.has(event, "peer", falseAli.id().text()) && Program.has(event, "trust", "changed"));
        JsonNode refused = ece.ask("send", "to", falseAli.id().text(), "text", "yalnız Ali için");
        assertEquals("error", refused.path("event").asText(), refused.toString());
        String waiting = ece.send(aliId, "yalnız Ali için");
        Program again = LAB.start(2, "Ali", "--announce-every", "1");
        again.awaitMessage("yalnız Ali için");
        ece.awaitState(waiting, "delivered");
        assertFalse(falseAli.overheard().has("yalnız Ali için"));
        assertTrue(falseAli.overheard().length() > 0);
    }
}
