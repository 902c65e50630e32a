package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import lanline.core.model.LanlineId;
import lanline.core.session.Frame;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people make sure of each other, one of them gets a new key, and one is not wanted any more. */
@InNamespaces
class KeysTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    private static void answer(Program program, String to, boolean same) {
        program.type("{\"do\":\"verify\",\"to\":\"" + to + "\",\"same\":" + same + "}");
    }

    private static JsonNode awaitTrust(Program program, String name, String trust) throws InterruptedException {
        return program.awaitEvent(
                "peer", event -> Program.has(event, "name", name) && Program.has(event, "trust", trust));
    }

    private static JsonNode awaitStage(Program program, String stage) throws InterruptedException {
        return program.awaitEvent("verify", event -> Program.has(event, "state", stage));
    }

    @Test
    @DisplayName("F5: two people who have seen the same six words are verified, and still are in their next runs")
    void twoPeopleVerifyEachOtherForGood() throws Exception {
        Program ece = LAB.start(1, "Ece");
        Program ali = LAB.start(2, "Ali");
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece", "online");
        ece.tell("verify", "to", "Ali");
        assertEquals(
                awaitStage(ece, "shown").path("words"), awaitStage(ali, "shown").path("words"));
        answer(ece, "Ali", true);
        answer(ali, "Ece", true);
        awaitStage(ece, "verified");
        awaitStage(ali, "verified");
        ece.send("Ali", "secret");
        assertEquals("verified", ali.awaitMessage("secret").path("security").asText());

        assertEquals(0, ece.quit());
        assertEquals(0, ali.quit());
        Program later = LAB.start(1, "Ece");
        LAB.start(2, "Ali");
        awaitTrust(later, "Ali", "verified");
    }

    @Test
    @DisplayName(
            "F5: a new key under a known name gets nothing until it is taken by its first signs; a blocked one nothing at all")
    void aNewKeyGetsNothingUntilItIsTaken() throws Exception {
        Program ece = LAB.start(1, "Ece");
        LanlineId eceId = new LanlineId(ece.awaitReady().path("peer").asText());
        LanlinePeer before = LAB.lanline(2, "Ali", 'a', 6_001);
        before.dial("met", LAB.lan().address(1), eceId);
        ece.awaitPeer("Ali", "online");
        before.say("met", new Frame.Bye(Frame.Bye.Reason.LEFT));
        before.awaitOver(1);
        Program ali = LAB.start(2, "Ali");
        String key = awaitTrust(ece, "Ali", "changed").path("peer").asText();
        assertEquals(key, ali.awaitReady().path("peer").asText());
        ece.awaitNotice("/trust Ali " + key.substring(0, 8));
        assertTrue(ece.ask("send", "to", key, "text", "no")
                .path("text")
                .asText()
                .startsWith("not sent: Ali uses another key"));

        ece.ask("trust", "to", key, "id", key.substring(0, 8));
        awaitTrust(ece, "Ali", "known");
        ece.awaitState(ece.send(key, "yes"), "delivered");
        ali.awaitMessage("yes");

        ece.ask("block", "to", key);
        awaitTrust(ece, "Ali", "blocked");
        ali.awaitPeer("Ece", "gone");
        assertTrue(
                ece.ask("send", "to", key, "text", "no").path("text").asText().contains("/unblock"));
        ece.ask("unblock", "to", key.substring(0, 8));
        ece.awaitState(ece.send(key, "again"), "delivered");
        ali.awaitMessage("again");
    }
}
