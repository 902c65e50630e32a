package lanline.core.dialect.course2019;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.Utterance;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.model.Status;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Course2019DialectTest {
    private static final Endpoint FROM = Samples.at("10.0.0.7", 40_123);
    private static final Endpoint THERE = Samples.at("10.0.0.7", 5_001);
    private static final Manner MANNER = new Manner(Habits.UNKNOWN, Security.NONE);

    private final Course2019Dialect dialect = new Course2019Dialect(5_001);

    @Test
    void theAnnouncementIsThatOfTheOlderPrograms() {
        assertEquals(
                "{\"username\": \"ece_nur\", \"ip_address\": \"10.0.0.1\"}",
                dialect.announcement(Samples.self("Ece Nur"), Samples.ETH0).toText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"bob\", \"ip_address\": \"192.168.1.12\"}",
                "{\"username\": \"bob\", \"ip_address\": \"10.0.0.255\"}",
                "{\n  \"ip_address\": \"10.0.0.9\",\n  \"USERNAME\": \"bob\",\n  \"id\": 7\n}",
                "{\"username\":\"bob\"}",
            })
    void anAnnouncementIsReadHoweverItLooksAndItsAddressIsNotBelieved(String sent) {
        Sighting expected = new Sighting(
                Optional.empty(), Nickname.fromPeer("bob"), THERE, Status.ONLINE, 150_000, false, Habits.UNKNOWN);
        assertEquals(new Recognition.Seen(expected), dialect.recognise(FROM, Bytes.utf8(sent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob", "{", "[]", "{\"name\": \"bob\"}", "{\"username\": null}", "{\"username\": {}}"})
    void whatIsNoAnnouncementIsMalformed(String sent) {
        Recognition recognition = dialect.recognise(FROM, Bytes.utf8(sent));
        assertTrue(recognition instanceof Recognition.Malformed, recognition::toString);
    }

    @Test
    void aLanlinesOwnAnnouncementSaysNothingHere() {
        assertEquals(
                Recognition.NOT_MINE,
                dialect.recognise(FROM, Samples.lanline('2', "Ali").from("10.0.0.2")));
    }

    @Test
    void aMessageIsItsTextAndNothingElse() {
        PeerProtocol link = dialect.dial(THERE, Samples.self("Ece"), MANNER);
        assertEquals(List.of(), link.opened());
        assertEquals(
                List.of(new Output.Transmit(Bytes.utf8("selam \"çay\" \uD83D\uDE00")), new Output.Finish()),
                link.say(new Utterance.Text(Samples.message(1), SafeText.message("selam \"çay\" \uD83D\uDE00"))));
        assertEquals(List.of(new Output.Sent(Samples.message(1))), link.inputEnded());
    }

    @Test
    void anAnswerOnTheSameConnectionIsHeard() {
        PeerProtocol link = dialect.dial(THERE, Samples.self("Ece"), MANNER);
        link.say(new Utterance.Text(Samples.message(1), SafeText.message("selam")));
        link.receive(Bytes.utf8("aleykum selam"));
        List<Output> outputs = link.inputEnded();
        assertEquals(2, outputs.size());
        assertEquals("aleykum selam", ((Output.Heard) outputs.get(0)).text().value());
    }

    @Test
    void aLongTextIsSplitBetweenWordsIntoWhatTheyReceiveAtOnce() {
        String text = IntStream.range(0, 600).mapToObj(i -> "çay" + i).collect(Collectors.joining(" "));
        List<SafeText> parts = dialect.parts(Samples.self("Ece"), MANNER, SafeText.message(text));
        assertTrue(parts.size() > 3);
        assertEquals(text, parts.stream().map(SafeText::value).collect(Collectors.joining(" ")));
        for (SafeText part : parts) {
            assertTrue(Bytes.utf8(part.value()).length() <= 1_024);
        }
        assertTrue(Bytes.utf8(parts.get(0).value()).length() > 1_000);
    }
}
