package lanline.core.dialect.course2019;

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
import lanline.core.model.Nickname;
import lanline.core.model.SenderClaim;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawLinkTest {
    @Test
    void whatComesUntilTheEndIsAMessageHoweverItIsCut() {
        Bytes all = Bytes.utf8("selam çay \uD83D\uDE00\nnasılsın");
        for (int cut = 0; cut <= all.length(); cut++) {
            PeerProtocol link = RawLink.accepted();
            assertEquals(List.of(), link.receive(all.slice(0, cut)));
            assertEquals(List.of(), link.receive(all.slice(cut, all.length())));
            assertEquals(List.of("selam çay \uD83D\uDE00\nnasılsın"), texts(link.inputEnded()));
        }
    }

    @Test
    void aPauseEndsAMessageSoThatManyFitOnOneConnection() {
        PeerProtocol link = RawLink.accepted();
        link.receive(Bytes.utf8("one"));
        assertEquals(List.of("one"), texts(link.quiet()));
        link.receive(Bytes.utf8("two\n"));
        assertEquals(List.of("two"), texts(link.quiet()));
        assertEquals(List.of(), link.quiet());
        link.receive(Bytes.utf8("three"));
        assertEquals(List.of("three"), texts(link.inputEnded()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "\0\0"})
    void emptyConnectionsAreNormal(String sent) {
        PeerProtocol link = RawLink.accepted();
        assertEquals(List.of(), link.receive(Bytes.utf8(sent)));
        assertEquals(List.of(), link.quiet());
        assertEquals(List.of(new Output.Finish()), link.inputEnded());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ata >> selam|ata|selam",
                "ata>>selam|ata|selam",
                "ata_2 >> a >> b|ata_2|a >> b",
                "Özgür >> çay?|Özgür|çay?",
            })
    void aNameInFrontIsAClaimAndNoText(String sent, String name, String text) {
        Output.Heard heard = (Output.Heard) onlyOutput(sent);
        assertEquals(text, heard.text().value());
        assertEquals(Nickname.fromPeer(name), heard.claim().name().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 >> 2", "echo hi >> file", "ata >>", ">> x", "a\nb >> c", "x >> 2"})
    void otherTextStaysAsItIs(String sent) {
        Output.Heard heard = (Output.Heard) onlyOutput(sent);
        assertEquals(sent, heard.text().value());
        assertEquals(SenderClaim.NOTHING, heard.claim());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "EXIT", " exit\n"})
    void exitAloneMeansThatTheUserLeft(String sent) {
        assertEquals(new Output.Left(SenderClaim.NOTHING), onlyOutput(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exit", "exit now", "no exit"})
    void exitWithinATextIsText(String sent) {
        assertEquals(List.of(sent), texts(List.of(onlyOutput(sent))));
    }

    @Test
    void textWithoutEndIsShownAndTheLinkClosedOnce() {
        PeerProtocol link = RawLink.accepted();
        Bytes some = Bytes.utf8("x".repeat(40_000));
        assertEquals(List.of(), link.receive(some));
        List<Output> outputs = link.receive(some);
        assertEquals(
                List.of(RawLink.LONGEST),
                texts(outputs).stream().map(String::length).toList());
        assertTrue(outputs.get(1) instanceof Output.Broken);
        assertEquals(List.of(), link.receive(some));
        assertEquals(0, link.unfinishedBytes());
    }

    @Test
    void noBytesMakeItThrow() {
        SplittableRandom random = new SplittableRandom(19);
        byte[] pieces = Bytes.utf8("exit EXIT a >> bç\n\0{}\"\uD83D\uDE00").toArray();
        int heard = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(40)];
            for (int j = 0; j < noise.length; j++) {
                noise[j] = random.nextInt(8) == 0 ? (byte) random.nextInt() : pieces[random.nextInt(pieces.length)];
            }
            PeerProtocol link = RawLink.accepted();
            List<Output> outputs = new ArrayList<>(link.receive(Bytes.copyOf(noise)));
            outputs.addAll(link.quiet());
            outputs.addAll(link.inputEnded());
            heard += texts(outputs).size();
        }
        assertTrue(heard > 10_000);
    }

    @Test
    void aLinkCarriesOneMessageOnTheSideThatDialled() {
        Utterance.Text text = new Utterance.Text(Samples.message(1), SafeText.message("a"));
        PeerProtocol dialled = RawLink.dialled();
        assertEquals(2, dialled.say(text).size());
        assertThrows(IllegalStateException.class, () -> dialled.say(text));
        assertThrows(IllegalStateException.class, () -> RawLink.accepted().say(text));
    }

    private static Output onlyOutput(String sent) {
        PeerProtocol link = RawLink.accepted();
        assertEquals(List.of(), link.receive(Bytes.utf8(sent)));
        List<Output> outputs = link.quiet();
        assertEquals(1, outputs.size());
        return outputs.get(0);
    }

    private static List<String> texts(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Heard.class::isInstance)
                .map(output -> ((Output.Heard) output).text().value())
                .toList();
    }
}
