package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many of one kind at the same time: people with older programs, and people who write to one. */
@InNamespaces
class ManyOlderTest {
    private static final int PEOPLE = 200;
    private static final int EACH = 10;

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName(
            "A12: 200 people with older programs each send ten messages at once: all are shown, in order within a person")
    void twoHundredPeopleSendTenMessagesEach() throws Exception {
        Program ece = LAB.start(1, "Ece");
        LAB.lan().host(2).sh("seq " + PEOPLE + " | sed 's|.*|addr replace 10.88.1.&/16 dev eth0|' | ip -batch -");
        LAB.lan().host(1).sh("ip addr replace 10.88.0.1/16 dev eth0");
        List<String> addresses = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(number -> "10.88.1." + number)
                .toList();
        LAB.raw(2).crowd(LAB.lan().address(1), addresses, EACH);
        Map<String, List<String>> heard = new HashMap<>();
        int[] count = {0};
        ece.awaitEvent("message", message -> {
            heard.computeIfAbsent(message.path("address").asText(), any -> new ArrayList<>())
                    .add(message.path("text").asText());
            return ++count[0] == PEOPLE * EACH;
        });
        List<String> inOrder =
                IntStream.rangeClosed(1, EACH).mapToObj(i -> "number " + i).toList();
        assertEquals(Set.copyOf(addresses), heard.keySet());
        heard.forEach((address, texts) -> assertEquals(inOrder, texts, address));
    }

    @Test
    @DisplayName("A9 A12: five people write at once to a program that serves one connection at a time: all five arrive")
    void fivePeopleWriteToOneThatServesOneAtATime() throws Exception {
        RawPeer alice = LAB.raw(2);
        alice.takeInTurn();
        alice.announce(LAB.lan().address(2), "10.88.0.255", "{\"username\": \"alice\"}");
        List<Program> writers = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            writers.add(LAB.start(1, "writer" + i));
        }
        Map<Program, String> ids = new HashMap<>();
        for (Program writer : writers) {
            writer.awaitPeer("alice", "online");
            ids.put(writer, writer.send("alice", "from " + ids.size()));
        }
        alice.awaitBusy();
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < writers.size(); i++) {
            alice.next();
            texts.add(alice.nextMessage().text().replaceAll("^.*?: \"(from [0-9]).*$", "$1"));
        }
        assertEquals(Set.of("from 0", "from 1", "from 2", "from 3", "from 4"), texts);
        for (Map.Entry<Program, String> sent : ids.entrySet()) {
            JsonNode state = sent.getKey().awaitState(sent.getValue(), "sent");
            assertEquals("", state.path("reason").asText());
        }
    }
}
