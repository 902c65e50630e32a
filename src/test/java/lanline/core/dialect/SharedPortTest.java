package lanline.core.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lanline.core.dialect.course2019.Course2019Dialect;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.dialect.lab.LabDialect;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.Speaks;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedPortTest {
    private static final Endpoint FROM = Samples.at("10.0.0.7", 40_123);

    private final LinkDialect text = new Course2019Dialect(5_001);
    private final LinkDialect frames = new LabDialect(5_001, () -> Samples.self("Ece"), asker -> List.of());
    private final SharedPort port = new SharedPort(text, new Course2024Dialect(6_001), frames);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selam|COURSE_2019|selam",
                "5 elma|COURSE_2019|5 elma",
                "{\"message\": \"hi\"}|COURSE_2019|hi",
                "{\"unencrypted_message\": \"hi\"}{\"message\": \"you\"}|COURSE_2019|hi, you",
                "\\x01\\x00\\x00\\x00\\x07ali: hi|LAB|hi",
                "\\x02\\x00\\x00\\x00\\x03ali\\x01\\x00\\x00\\x00\\x07ali: hi|LAB|hi",
            })
    void theFirstBytesTellWhatIsSpokenHoweverTheStreamIsCut(String sent, Speaks speaks, String heard) {
        Bytes all = unescaped(sent);
        for (int cut = 0; cut <= all.length(); cut++) {
            PeerProtocol link = port.accept(FROM, Habits.UNKNOWN);
            List<Output> outputs = new ArrayList<>(link.opened());
            outputs.addAll(link.receive(all.slice(0, cut)));
            outputs.addAll(link.receive(all.slice(cut, all.length())));
            outputs.addAll(link.inputEnded());
            assertEquals(heard, texts(outputs));
            assertEquals(Optional.of(speaks), link.spoken());
        }
    }

    @Test
    void aFrameWithoutAPlausibleLengthIsText() {
        PeerProtocol link = port.accept(FROM, Habits.UNKNOWN);
        link.receive(unescaped("\\x01 hello"));
        assertEquals("\u2401 hello", texts(link.quiet()));
    }

    @Test
    void aFewBytesThatCouldBeginAFrameAreTextWhenNothingFollows() {
        PeerProtocol link = port.accept(FROM, Habits.UNKNOWN);
        assertEquals(List.of(), link.receive(unescaped("\\x01")));
        assertEquals(PeerProtocol.USUAL_QUIET_MILLIS, link.quietMillis());
        assertEquals("\u2401", texts(link.quiet()));
        assertEquals(List.of(new Output.Finish()), link.inputEnded());
    }

    @Test
    void anEmptyConnectionEndsWithNothingSaid() {
        PeerProtocol link = port.accept(FROM, Habits.UNKNOWN);
        assertEquals(List.of(), link.quiet());
        assertEquals(List.of(new Output.Finish()), link.inputEnded());
        assertEquals(Optional.of(Speaks.COURSE_2019), link.spoken());
    }

    @Test
    void datagramsAreToldApartTheSameWay() {
        assertSame(text, port.ofDatagram(Samples.older("bob")));
        assertSame(text, port.ofDatagram(Bytes.EMPTY));
        assertSame(text, port.ofDatagram(Bytes.utf8("noise")));
        assertSame(frames, port.ofDatagram(unescaped("\\x02\\x00\\x00\\x00\\x03ali")));
    }

    @Test
    void noBytesMakeItThrow() {
        SplittableRandom random = new SplittableRandom(7);
        int outputs = 0;
        for (int i = 0; i < 20_000; i++) {
            PeerProtocol link = port.accept(FROM, Habits.UNKNOWN);
            for (int part = 0; part < 3; part++) {
                byte[] noise = new byte[random.nextInt(12)];
                for (int j = 0; j < noise.length; j++) {
                    noise[j] = (byte) (random.nextBoolean() ? random.nextInt(6) : random.nextInt());
                }
                outputs += link.receive(Bytes.copyOf(noise)).size();
                outputs += random.nextBoolean() ? link.quiet().size() : 0;
                assertTrue(link.unfinishedBytes() >= 0);
            }
            outputs += link.inputEnded().size();
        }
        assertTrue(outputs > 20_000);
    }

    private static String texts(List<Output> outputs) {
        List<String> texts = outputs.stream()
                .filter(Output.Heard.class::isInstance)
                .map(output -> ((Output.Heard) output).text().value())
                .toList();
        return String.join(", ", texts);
    }

    /** {@code \xHH} is a byte. */
    private static Bytes unescaped(String sent) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < sent.length(); i++) {
            if (sent.startsWith("\\x", i)) {
                hex.append(sent, i + 2, i + 4);
                i += 3;
            } else {
                hex.append("%02x".formatted((int) sent.charAt(i)));
            }
        }
        return Bytes.copyOf(HexFormat.of().parseHex(hex));
    }
}
