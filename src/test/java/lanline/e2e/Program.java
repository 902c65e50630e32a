package lanline.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A Lanline with {@code --json}. Lives on the test's thread. */
final class Program extends Running {
    private static final ObjectMapper JSON = new ObjectMapper();

    private int tags;

    Program(String who, Process process) {
        super(who, process);
    }

    /** Waits until it is ready; returns that event. */
    JsonNode awaitReady() throws InterruptedException {
        return awaitEvent("ready", event -> true);
    }

    /** Waits until it has said that somebody called {@code name} is in {@code state}. */
    JsonNode awaitPeer(String name, String state) throws InterruptedException {
        return awaitPeer(0, name, state);
    }

    JsonNode awaitPeer(int mark, String name, String state) throws InterruptedException {
        return awaitEvent(mark, "peer", event -> has(event, "name", name) && has(event, "state", state));
    }

    /** Waits until it has said that these, and no others, are its addresses. */
    void awaitAddresses(int mark, String addresses) throws InterruptedException {
        awaitEvent(
                mark, "addresses", event -> event.path("addresses").toString().equals(addresses));
    }

    /** Waits for a message of somebody else with this text. */
    JsonNode awaitMessage(String text) throws InterruptedException {
        return awaitEvent("message", event -> has(event, "text", text) && has(event, "direction", "received"));
    }

    JsonNode awaitNotice(String part) throws InterruptedException {
        return awaitEvent("notice", event -> event.path("text").asText().contains(part));
    }

    JsonNode awaitEvent(String kind, Predicate<JsonNode> wanted) throws InterruptedException {
        return awaitEvent(0, kind, wanted);
    }

    JsonNode awaitEvent(int mark, String kind, Predicate<JsonNode> wanted) throws InterruptedException {
        return await("the awaited event \"" + kind + "\"", mark, line -> {
            JsonNode event = parse(line);
            return has(event, "event", kind) && wanted.test(event) ? Optional.of(event) : Optional.empty();
        });
    }

    /** Sends a message and waits until it is queued; returns its id. */
    String send(String to, String text) throws InterruptedException {
        JsonNode answer = ask("send", "to", to, "text", text);
        if (!has(answer, "event", "message")) {
            throw new AssertionError(story("did not queue \"" + text + "\""));
        }
        return answer.path("id").asText();
    }

    /** Waits until a message is in a state; returns that event. */
    JsonNode awaitState(String id, String state) throws InterruptedException {
        return awaitState(0, id, state);
    }

    JsonNode awaitState(int mark, String id, String state) throws InterruptedException {
        return awaitEvent(mark, "state", event -> has(event, "id", id) && has(event, "state", state));
    }

    /** The states in which it has said that a message is, in order. */
    List<String> statesOf(String id) {
        return output().soFar().stream()
                .map(this::parse)
                .filter(event -> has(event, "event", "state") && has(event, "id", id))
                .map(event -> event.path("state").asText())
                .toList();
    }

    /** Does a verb with fields, key and value in turn, and returns the event that answers it. */
    JsonNode ask(String verb, String... fields) throws InterruptedException {
        String tag = tell(verb, fields);
        return await(
                "the answer to " + verb + " with " + tag,
                0,
                line -> Optional.of(parse(line)).filter(event -> has(event, "tag", tag)));
    }

    /** Does a verb that is answered by what comes of it; returns the tag that a refusal would bear. */
    String tell(String verb, String... fields) {
        String tag = "t" + tags++;
        ObjectNode command = JSON.createObjectNode().put("do", verb).put("tag", tag);
        for (int i = 0; i < fields.length; i += 2) {
            boolean isNumber = fields[i + 1].matches("[0-9]{1,9}") && !fields[i].equals("text");
            command.set(
                    fields[i],
                    isNumber ? IntNode.valueOf(Integer.parseInt(fields[i + 1])) : TextNode.valueOf(fields[i + 1]));
        }
        type(command.toString());
        return tag;
    }

    /** Quits and returns the status. */
    int quit() throws InterruptedException {
        type("{\"do\":\"quit\"}");
        return awaitEnd();
    }

    static boolean has(JsonNode event, String field, String value) {
        return event.path(field).asText().equals(value);
    }

    /** A line as an event; empty if it is cut off. */
    static Optional<JsonNode> complete(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    private JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(story("printed a line that is no JSON: " + line), wrong);
        }
    }
}
