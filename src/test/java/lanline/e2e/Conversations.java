package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

/** The main job, on whatever network a test has. */
final class Conversations {
    private Conversations() {}

    /** Ece on host 1 and Ali on host 2 see each other, talk, and have it all after a restart. */
    static void betweenTwo(Lab lab, int prefixLength, String broadcast) throws Exception {
        Program ece = lab.start(1, "Ece");
        Program ali = lab.start(2, "Ali");
        assertEquals(
                lab.lan().address(2),
                ece.awaitPeer("Ali", "online").path("address").asText());
        ali.awaitPeer("Ece", "online");
        assertEquals("Ali", only(ece.ask("users")).path("name").asText());
        JsonNode eth0 = ece.ask("net").path("items").path(0);
        assertEquals(prefixLength, eth0.path("prefixLength").asInt(), eth0.toString());
        assertEquals(broadcast, eth0.path("broadcast").asText(), eth0.toString());

        ece.awaitState(ece.send("ali", "merhaba ığdır 🙂"), "delivered");
        JsonNode arrived = ali.awaitMessage("merhaba ığdır 🙂");
        assertEquals("Ece", arrived.path("from").asText());
        assertEquals("encrypted", arrived.path("security").asText());
        assertEquals(lab.lan().address(1), arrived.path("address").asText());
        ali.awaitState(ali.send("Ece", "sana da"), "delivered");
        ece.awaitMessage("sana da");
        assertEquals(0, ece.quit());
        assertEquals(0, ali.quit());

        assertHistory(lab.start(1, "Ece"), "Ali", "sent", lab.lan().address(2));
        assertHistory(lab.start(2, "Ali"), "Ece", "received", lab.lan().address(1));
    }

    /** Both messages with direction, address, name and time; the other person need not have been heard again. */
    private static void assertHistory(Program program, String with, String first, String address) throws Exception {
        JsonNode items = program.ask("history").path("items");
        assertEquals(2, items.size(), items.toString());
        assertEquals("merhaba ığdır 🙂", items.path(0).path("text").asText());
        assertEquals("sana da", items.path(1).path("text").asText());
        for (JsonNode item : items) {
            boolean isFirst = item == items.path(0);
            String second = first.equals("sent") ? "received" : "sent";
            assertEquals(isFirst ? first : second, item.path("direction").asText(), item.toString());
            assertEquals(address, item.path("address").asText());
            assertEquals("encrypted", item.path("security").asText(), item.toString());
            assertEquals(24, item.path("time").asText().length(), item.toString());
        }
        assertEquals(
                "merhaba ığdır 🙂",
                only(program.ask("search", "text", "IGDIR")).path("text").asText());
        assertEquals(2, program.ask("history", "with", with).path("items").size());
    }

    private static JsonNode only(JsonNode reply) {
        assertEquals(1, reply.path("items").size(), reply.toString());
        return reply.path("items").path(0);
    }
}
