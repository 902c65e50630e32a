package lanline.core.secure.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lanline.core.model.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The public vectors (cacophony), where their folder lies beside the checkout: every pattern without a pre-shared key, byte for byte. */
class PublicVectorsTest {
    private static final Path VECTORS = Path.of(System.getProperty("lanline.checkout", "."))
            .resolve("../shared/data/noise/vectors-25519-aesgcm-sha256.json");

    private static List<JsonNode> vectors = List.of();

    @BeforeAll
    static void readsTheVectors() throws IOException {
        if (!Files.exists(VECTORS)) {
            System.out.println(
                    "PublicVectorsTest skipped: there is no " + VECTORS.getFileName() + " beside this checkout");
        }
        assumeTrue(Files.exists(VECTORS));
        JsonNode all = new ObjectMapper().readTree(VECTORS.toFile()).get("vectors");
        vectors = StreamSupport.stream(all.spliterator(), false).toList();
    }

    @Test
    void onlyPatternsWithAPresharedKeyAreLeftOut() {
        List<String> leftOut = vectors.stream()
                .map(PublicVectorsTest::patternName)
                .filter(name -> KnownPatterns.named(name).isEmpty())
                .toList();
        assertEquals(21, leftOut.size(), leftOut.toString());
        assertTrue(leftOut.stream().allMatch(name -> name.contains("psk")), leftOut.toString());
    }

    @TestFactory
    Stream<DynamicTest> eachPatternWritesAndReadsWhatTheVectorsSay() {
        return vectors.stream()
                .filter(vector -> KnownPatterns.named(patternName(vector)).isPresent())
                .map(vector -> DynamicTest.dynamicTest(patternName(vector), () -> check(vector)));
    }

    private static String patternName(JsonNode vector) {
        return vector.get("protocol_name").asText().split("_")[1];
    }

    private static void check(JsonNode vector) throws RefusedException {
        Pattern pattern = KnownPatterns.named(patternName(vector)).orElseThrow();
        assertEquals(vector.get("protocol_name").asText(), pattern.protocolName());
        HandshakeState initiator = side(pattern, Role.INITIATOR, vector, "init_");
        HandshakeState responder = side(pattern, Role.RESPONDER, vector, "resp_");
        JsonNode messages = vector.get("messages");
        int length = pattern.messages().size();
        for (int i = 0; i < length; i++) {
            boolean initiates = pattern.messages().get(i).sender() == Role.INITIATOR;
            HandshakeState writer = initiates ? initiator : responder;
            HandshakeState reader = initiates ? responder : initiator;
            Bytes message = writer.write(payload(messages.get(i)));
            assertEquals(messages.get(i).get("ciphertext").asText(), ScriptedKeys.hex(message), "message " + i);
            assertEquals(
                    messages.get(i).get("payload").asText(),
                    ScriptedKeys.hex(reader.read(message).payload()));
        }
        transport(vector, length, initiator.split(), responder.split());
    }

    /** After a pattern of one message only its sender speaks; else the sides go on in turn. */
    private static void transport(JsonNode vector, int from, Transport initiator, Transport responder) {
        assertEquals(vector.get("handshake_hash").asText(), ScriptedKeys.hex(initiator.channelBinding()));
        assertEquals(initiator.channelBinding(), responder.channelBinding());
        JsonNode messages = vector.get("messages");
        for (int i = from; i < messages.size(); i++) {
            boolean initiates = from == 1 || i % 2 == 0;
            Bytes plaintext = ScriptedKeys.hex(messages.get(i).get("payload").asText());
            Bytes message = (initiates ? initiator : responder).seal(plaintext);
            assertEquals(messages.get(i).get("ciphertext").asText(), ScriptedKeys.hex(message), "message " + i);
            assertEquals(new Reading.Accepted<>(plaintext), (initiates ? responder : initiator).open(message));
        }
    }

    private static Payload payload(JsonNode message) {
        return hash -> ScriptedKeys.hex(message.get("payload").asText());
    }

    private static HandshakeState side(Pattern pattern, Role role, JsonNode vector, String prefix)
            throws RefusedException {
        String ephemeral = vector.path(prefix + "ephemeral").asText();
        return new HandshakeState(
                pattern,
                role,
                ScriptedKeys.hex(vector.get(prefix + "prologue").asText()),
                ScriptedKeys.of(ephemeral),
                vector.has(prefix + "static")
                        ? ScriptedKeys.pair(vector.get(prefix + "static").asText())
                        : null,
                remote(vector.get(prefix + "remote_static")));
    }

    private static @Nullable X25519PublicKey remote(@Nullable JsonNode key) throws RefusedException {
        return key == null
                ? null
                : X25519PublicKey.parse(ScriptedKeys.hex(key.asText()).toArray());
    }
}
