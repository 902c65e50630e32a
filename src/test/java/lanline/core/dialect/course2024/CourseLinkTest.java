package lanline.core.dialect.course2024;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Utterance;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.SenderClaim;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseLinkTest {
    private static final String ONE = "{\"unencrypted_message\": \"selam çay {\\\"} \uD83D\uDE00\"}";
    private static final String ONE_TEXT = "selam çay {\"} \uD83D\uDE00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unencrypted_message\": \"hi\"}",
                "{\"unencrypted message\": \"hi\"}",
                "{\"unencryptedmessage\": \"hi\"}",
                "{\"Unencrypted_Message\": \"hi\"}",
                "{\"UNENCRYPTED MESSAGE\":\"hi\"}",
                "{\"message\": \"hi\"}",
                " \r\n{ \n\"message\" :\t\"hi\" }\n",
                "{\"user\": 5, \"key\": 0, \"unencrypted_message\": \"hi\"}",
                "{\"key\": \"10\", \"unencrypted_message\": \"hi\", \"encrypted_message\": \"x\"}",
                "\"{\\\"unencrypted_message\\\": \\\"hi\\\"}\"",
                "\" {\\\"message\\\": \\\"hi\\\"}\"",
                "\"hi\"",
                "hi",
                "  hi \n",
            })
    void everySpellingOfAMessageIsRead(String sent) {
        assertEquals(List.of("hi"), textsOf(sent));
    }

    @Test
    void aStreamMayBeCutAtEveryByte() {
        Bytes all = Bytes.utf8(ONE + "\n" + ONE + "\"{\\\"message\\\": \\\"two\\\"}\"" + ONE);
        List<String> expected = List.of(ONE_TEXT, ONE_TEXT, "two", ONE_TEXT);
        for (int cut = 0; cut <= all.length(); cut++) {
            assertEquals(expected, texts(all.slice(0, cut), all.slice(cut, all.length())));
        }
        List<Bytes> single = new ArrayList<>();
        for (int i = 0; i < all.length(); i++) {
            single.add(all.slice(i, i + 1));
        }
        assertEquals(expected, texts(single.toArray(Bytes[]::new)));
    }

    @Test
    void anObjectIsHeardAsSoonAsItIsWhole() {
        PeerProtocol link = CourseLink.accepted(Habits.UNKNOWN);
        assertEquals(List.of(), link.receive(Bytes.utf8("{\"message\": \"a\"")));
        assertEquals(List.of("a"), texts(link.receive(Bytes.utf8("}"))));
    }

    @Test
    void halfAnObjectIsShownAsItIsAtTheEndAndNotBefore() {
        PeerProtocol link = CourseLink.accepted(Habits.UNKNOWN);
        link.receive(Bytes.utf8("{\"unencrypted_message\": \"ha"));
        assertEquals(List.of(), link.quiet());
        assertEquals(List.of("{\"unencrypted_message\": \"ha"), texts(link.inputEnded()));
    }

    @Test
    void rawTextEndsWithSilenceToo() {
        PeerProtocol link = CourseLink.accepted(Habits.UNKNOWN);
        assertEquals(List.of(), link.receive(Bytes.utf8("merhaba ")));
        assertEquals(List.of(), link.receive(Bytes.utf8("Ece")));
        assertEquals(List.of("merhaba Ece"), texts(link.quiet()));
        link.receive(Bytes.utf8("yine ben"));
        assertEquals(List.of("yine ben"), texts(link.inputEnded()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"unencrypted_message\": 5}|5",
                "{\"unencrypted_message\": true}|true",
                "{\"unencrypted_message\": {\"a\": 1}}|{\"a\":1}",
                "{\"unencrypted_message\": [1, 2]}|[1,2]",
                "{\"text\": \"x\"}|{\"text\": \"x\"}",
                "{}|{}",
                "{\"message\": \"a\", \"message\": \"b\"}|{\"message\": \"a\", \"message\": \"b\"}",
                "{broken}|{broken}",
                "\"{\\\"a\\\": \"|\"{\\\"a\\\": \"",
            })
    void nothingIsDroppedHoweverWrongItIs(String sent, String shown) {
        assertEquals(List.of(shown), textsOf(sent).stream().map(String::strip).toList());
    }

    @Test
    void emptyConnectionsAndMessagesAreNormal() {
        assertEquals(List.of(), textsOf(""));
        assertEquals(List.of(), textsOf(" \r\n\0 "));
        assertEquals(List.of(), textsOf("{\"message\": \"\"}"));
    }

    @Test
    void escapeSequencesArriveAsPictures() {
        assertEquals(List.of("\u241B[2J\u241B]0;x\u2407"), textsOf("\u001b[2J\u001b]0;x\u0007"));
        assertEquals(List.of("\u241B[31m"), textsOf("{\"message\": \"\\u001b[31m\"}"));
    }

    @Test
    void wrongUtf8IsShownWithStandIns() {
        PeerProtocol link = CourseLink.accepted(Habits.UNKNOWN);
        link.receive(Bytes.copyOf(new byte[] {'a', (byte) 0xFF, 'b'}));
        assertEquals(List.of("a\uFFFDb"), texts(link.inputEnded()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "x", "\"", "{\"message\": \""})
    void tenMegabytesWithoutAnEndAreCutOnceAndRefusedOnce(String start) {
        PeerProtocol link = CourseLink.accepted(Habits.UNKNOWN);
        List<Output> outputs = new ArrayList<>(link.receive(Bytes.utf8(start)));
        Bytes chunk = Bytes.utf8("y".repeat(8_192));
        for (int i = 0; i < 1_280; i++) {
            outputs.addAll(link.receive(chunk));
        }
        outputs.addAll(link.inputEnded());
        List<String> texts = texts(outputs);
        assertEquals(1, texts.size());
        assertTrue(texts.get(0).length() < 8_300 && texts.get(0).endsWith("too long]"));
        assertEquals(1, outputs.stream().filter(Output.Broken.class::isInstance).count());
    }

    @Test
    void anObjectOfTheLongestSizeIsReadAndOneMoreIsCut() {
        String fits = "{\"message\": \"a\"" + " ".repeat(65_536 - 16) + "}";
        assertEquals(65_536, Bytes.utf8(fits).length());
        assertEquals(List.of("a"), textsOf(fits));
        String tooLong = fits.replace("\"a\"", "\"ab\"");
        assertTrue(textsOf(tooLong).get(0).endsWith("too long]"));
    }

    @Test
    void anyBytesAreReadWithoutHarm() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] pieces = "{}\"\\,: a\n\u0000".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int heard = 0;
        for (int i = 0; i < 20_000; i++) {
            PeerProtocol link = CourseLink.accepted(Habits.UNKNOWN);
            byte[] noise = new byte[random.nextInt(30)];
            for (int j = 0; j < noise.length; j++) {
                noise[j] = random.nextInt(8) == 0 ? (byte) random.nextInt() : pieces[random.nextInt(pieces.length)];
            }
            List<Output> outputs = new ArrayList<>(link.receive(Bytes.copyOf(noise)));
            outputs.addAll(link.quiet());
            outputs.addAll(link.inputEnded());
            heard += texts(outputs).size();
        }
        assertTrue(heard > 10_000);
    }

    @Test
    void aNameAndLanlinesIdsRideAlong() {
        SenderClaim named = claimOf("{\"message\": \"a\", \"username\": \"Bob\"}");
        assertEquals("Bob", named.name().orElseThrow().toString());
        assertEquals(
                "Eve",
                claimOf("{\"message\": \"a\", \"user\": \"Eve\"}")
                        .name()
                        .orElseThrow()
                        .toString());
        assertEquals(
                SenderClaim.NOTHING, claimOf("{\"message\": \"a\", \"user\": 5, \"ll\": {\"id\": 7, \"m\": \"x\"}}"));
        String own = CourseMessage.write(Samples.self("Ali").reachedAt(7_001), Habits.UNKNOWN, text("selam"))
                .toText();
        SenderClaim claim = claimOf(own);
        assertEquals(Samples.message(1), claim.message().orElseThrow());
    }

    @Test
    void aDiallerSaysOneMessageThenEndsItsSide() {
        PeerProtocol link = CourseLink.dialled(Samples.self("Ali"), Habits.UNKNOWN);
        assertEquals(List.of(), link.opened());
        List<Output> said = link.say(text("selam"));
        assertEquals(2, said.size());
        assertEquals(new Output.Finish(), said.get(1));
        assertThrows(IllegalStateException.class, () -> link.say(text("again")));
    }

    @Test
    void theOtherSidesEndSaysThatTheMessageWasTaken() {
        PeerProtocol link = CourseLink.dialled(Samples.self("Ali"), Habits.UNKNOWN);
        link.say(text("selam"));
        assertEquals(List.of(new Output.Sent(Samples.message(1))), link.inputEnded());
    }

    @Test
    void whoAcceptedEndsItsSideAfterTheOther() {
        assertEquals(
                List.of(new Output.Finish()),
                CourseLink.accepted(Habits.UNKNOWN).inputEnded());
    }

    private static Utterance.Text text(String text) {
        return new Utterance.Text(Samples.message(1), SafeText.message(text));
    }

    private static SenderClaim claimOf(String sent) {
        return CourseLink.accepted(Habits.UNKNOWN).receive(Bytes.utf8(sent)).stream()
                .filter(Output.Heard.class::isInstance)
                .map(Output.Heard.class::cast)
                .findFirst()
                .orElseThrow()
                .claim();
    }

    private static List<String> textsOf(String sent) {
        return texts(Bytes.utf8(sent));
    }

    private static List<String> texts(Bytes... segments) {
        PeerProtocol link = CourseLink.accepted(Habits.UNKNOWN);
        List<Output> outputs = new ArrayList<>(link.opened());
        for (Bytes segment : segments) {
            outputs.addAll(link.receive(segment));
        }
        outputs.addAll(link.inputEnded());
        return texts(outputs);
    }

    private static List<String> texts(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Heard.class::isInstance)
                .map(output -> ((Output.Heard) output).text().value())
                .toList();
    }
}
