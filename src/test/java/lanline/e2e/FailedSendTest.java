package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice announces herself, by another name and from another machine in each test, and what is sent to her can't be delivered. */
@InNamespaces
class FailedSendTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    private static Program ece;

    private String name;
    private RawPeer alice;

    @BeforeAll
    static void eceIsThere() throws Exception {
        ece = LAB.start(1, "Ece");
    }

    @BeforeEach
    void aliceIsOnTheList() throws Exception {
        ece.beginAnew();
        name = "alice" + LAB.lan().move(2);
        alice = LAB.raw(2);
        alice.announce(LAB.lan().address(2), "10.88.0.255", "{\"username\": \"" + name + "\"}");
        ece.awaitPeer(name, "online");
    }

    @Test
    @DisplayName("A9 B9: a refused message fails with a reason, and one command sends it once she listens")
    void aRefusedMessageFailsWithAReasonAndGoesLater() throws Exception {
        String id = ece.send(name, "orada mısın?");
        JsonNode failed = ece.awaitState(id, "failed");
        assertFalse(failed.path("reason").asText().isBlank(), failed.toString());
        awaitHistory(item -> item.path("reason").equals(failed.path("reason")));

        alice.take();
        int mark = ece.mark();
        ece.type("{\"do\":\"retry\",\"id\":\"" + id + "\"}");
        ece.awaitState(mark, id, "sent");
        RawPeer.Received message = alice.nextMessage();
        assertTrue(message.text().contains("orada mısın?"), message.text());
        awaitHistory(item -> Program.has(item, "state", "sent"));
    }

    @Test
    @DisplayName("A9 F4: what a kill -9 left unsent is told at the next start, and one command sends it")
    void whatWasLeftUnsentIsToldAndSentLater() throws Exception {
        Program can = LAB.start(3, "Can");
        can.awaitPeer(name, "online");
        String id = can.send(name, "unutma");
        can.kill();
        alice.take();
        Program again = LAB.start(3, "Can");
        again.awaitNotice("1 message was on the way when Lanline last ended");
        again.awaitPeer(name, "online");
        again.type("{\"do\":\"retry\",\"id\":\"" + id + "\"}");
        again.awaitState(id, "sent");
        assertTrue(alice.nextMessage().text().contains("unutma"));
    }

    @Test
    @DisplayName("A9 A10: a program that accepts and never reads holds nobody up")
    void aProgramThatNeverReadsHoldsNobodyUp() throws Exception {
        alice.takeAndIgnore();
        // The other machine has taken it; that nobody reads it there can't be known.
        ece.awaitState(ece.send(name, "duyuyor musun?"), "sent");
        ece.awaitState(ece.send(name, "hâlâ?"), "sent");
        alice.say("b", LAB.lan().address(1), "{\"unencrypted_message\": \"bak buradayım\"}");
        ece.awaitMessage("bak buradayım");
    }

    @Test
    @DisplayName(
            "A9: a cable that is pulled fails a message with a reason within the time, and retry sends it afterwards")
    void aPulledCableFailsAMessage() throws Exception {
        alice.take();
        LAB.lan().hub().sh("ip link set v2 down");
        String id = ece.send(name, "kablo");
        JsonNode failed = ece.awaitState(id, "failed");
        assertFalse(failed.path("reason").asText().isBlank(), failed.toString());
        LAB.lan().hub().sh("ip link set v2 up");
        int mark = ece.mark();
        ece.type("{\"do\":\"retry\",\"id\":\"" + id + "\"}");
        ece.awaitState(mark, id, "sent");
        alice.nextMessage();
    }

    /** Asks until the one message is stored as wanted: a state is shown before it is on disk, other than a message. */
    private void awaitHistory(Predicate<JsonNode> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Lines.PATIENCE_SECONDS);
        JsonNode items = ece.ask("history", "with", name).path("items");
        while (!wanted.test(items.path(0)) && System.nanoTime() < deadline) {
            items = ece.ask("history", "with", name).path("items");
        }
        assertEquals(1, items.size(), items.toString());
        assertTrue(wanted.test(items.path(0)), items.toString());
    }
}
