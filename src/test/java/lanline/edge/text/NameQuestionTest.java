package lanline.edge.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lanline.core.model.Nickname;
import org.junit.jupiter.api.Test;

class NameQuestionTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aNameIsTakenWholeAndTheRestOfTheInputIsLeft() throws IOException {
        Streams streams = streams("Ece Nur\n/users\n");
        assertEquals(
                "Ece Nur",
                new NameQuestion(streams).ask(Nickname.fromPeer("ece")).toString());
        assertEquals("/users", streams.in().next().orElseThrow().bytes().toText());
    }

    @Test
    void enterOrTheEndOfTheInputTakesTheProposal() throws IOException {
        Nickname proposed = Nickname.fromPeer("ece");
        assertEquals(proposed, new NameQuestion(streams("\n")).ask(proposed));
        assertEquals(proposed, new NameQuestion(streams("")).ask(proposed));
    }

    @Test
    void itAsksAgainUntilTheNameIsOne() throws IOException {
        String typed = "\u0001\n" + "x".repeat(300) + "\nali\n";
        assertEquals(
                "ali",
                new NameQuestion(streams(typed)).ask(Nickname.fromPeer("ece")).toString());
        String asked = out.toString(StandardCharsets.UTF_8);
        assertTrue(asked.contains("a name needs at least one letter"), asked);
        assertTrue(asked.contains("a name has at most 32 characters; this one has 300"), asked);
    }

    private Streams streams(String input) {
        return new Streams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
    }
}
