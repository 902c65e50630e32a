package lanline.core.dialect.course2024;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.Habits.KeyForm;
import lanline.core.model.Habits.Spelling;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.secure.weak.CipherRow;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The old secure mode as the side that is dialled, byte for byte as in {@code wire.md} section 1. */
class ExchangeAnswersTest {
    /** "secret çay" under the secret 1 in the usual row. */
    private static final String SEALED =
            CipherRow.USUAL.encrypt(1, "secret çay").orElseThrow();

    private static final String MESSAGE = "{\"encrypted_message\": \"" + SEALED + "\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"key\": \"10\"}|{\"key\": \"1\"}|DECIMAL",
                "{\"key\": 10}|{\"key\": 1}|INTEGER",
                "{\"key\": \"b'8'\"}|{\"key\": \"b'1'\"}|BYTES_LITERAL",
                "{\"Key\":\"7\"}|{\"key\": \"1\"}|DECIMAL",
                "{\"public_key\": \"7\"}|{\"key\": \"1\"}|DECIMAL",
                "\"{\\\"key\\\": \\\"7\\\"}\"|{\"key\": \"1\"}|DECIMAL",
            })
    void aKeyIsAnsweredInItsForm(String sent, String answered, KeyForm form) {
        assertEquals(
                List.of(
                        new Output.Transmit(Bytes.utf8(answered)),
                        new Output.Learned(Habits.UNKNOWN.withKeyForm(form))),
                accepted().receive(Bytes.utf8(sent)));
    }

    @Test
    void theMessageAfterTheKeyIsReadAndThenOurSideEnds() {
        PeerProtocol link = accepted();
        link.receive(Bytes.utf8("{\"key\": \"10\"}"));
        assertEquals(
                List.of(
                        new Output.Learned(
                                Habits.UNKNOWN.withSpelling(Spelling.UNDERSCORE).withCipher("3des-blanks")),
                        heard("secret çay", Security.WEAK),
                        new Output.Finish()),
                link.receive(Bytes.utf8(MESSAGE)));
    }

    @Test
    void theMessageMayComeOnALinkOfItsOwn() {
        assertEquals(
                List.of(heard("secret çay", Security.WEAK)), heardIn(accepted().receive(Bytes.utf8(MESSAGE))));
    }

    @Test
    void aLinkOnWhichMuchCantBeReadIsNotSearchedForever() {
        PeerProtocol link = accepted();
        String rare = CipherRow.USUAL.encrypt(7, "selam").orElseThrow();
        Bytes another = Bytes.utf8("{\"encrypted_message\": \"" + rare + "\"}");
        assertEquals(List.of(heard("selam", Security.WEAK)), heardIn(link.receive(another)));
        Bytes unreadable = Bytes.utf8("{\"encrypted_message\": \"AAAAAAAAAAA=\"}".repeat(20));
        assertEquals(20, heardIn(link.receive(unreadable)).size());
        Output.Heard heard = assertInstanceOf(
                Output.Heard.class, heardIn(link.receive(another)).get(0));
        assertTrue(heard.text()
                .value()
                .endsWith("can't be read: too much that came before it on the same connection"
                        + " could not be read either, so not every key was tried] " + rare));
        assertEquals(List.of(heard("secret çay", Security.WEAK)), heardIn(link.receive(Bytes.utf8(MESSAGE))));
    }

    @Test
    void keyAndMessageMayBeCutAtEveryByte() {
        Bytes all = Bytes.utf8("{\"key\": \"10\"}" + MESSAGE);
        for (int cut = 0; cut <= all.length(); cut++) {
            PeerProtocol link = accepted();
            List<Output> outputs = new ArrayList<>(link.receive(all.slice(0, cut)));
            outputs.addAll(link.receive(all.slice(cut, all.length())));
            assertEquals(new Output.Transmit(Bytes.utf8("{\"key\": \"1\"}")), outputs.get(0));
            assertEquals(List.of(heard("secret çay", Security.WEAK)), heardIn(outputs));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"encrypted_message", "encrypted message", "encryptedmessage", "Encrypted_Message"})
    void everySpellingIsRead(String spelling) {
        String sent = "{\"" + spelling + "\": \"" + SEALED + "\", \"user\": \"bob\"}";
        assertEquals("secret çay", text(sent).text().value());
        assertEquals("bob", text(sent).claim().name().orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "NFUNNFrr7Q0=, enc efe",
        "KHe4i97FXuHytA2spOoL4w==, secret çay",
        "Vxw35cybsEc+E1mXbYbPVg==, sécret from b",
        "AOttYnBRtkty7P9DnkoK7w==, gizli mesaj ç",
        "mqNuorpuJY8=, enc one",
    })
    void whatWasSealedUnderAnotherSecretIsReadAllTheSame(String sealed, String text) {
        Output.Heard heard = text("{\"encrypted_message\": \"" + sealed + "\"}");
        assertEquals(text, heard.text().value());
        assertEquals(Security.WEAK, heard.security());
    }

    @Test
    void aPlainMessageAfterTheKeyIsPlain() {
        PeerProtocol link = accepted();
        link.receive(Bytes.utf8("{\"key\": \"10\"}"));
        assertEquals(
                List.of(heard("selam", Security.NONE)),
                heardIn(link.receive(Bytes.utf8("{\"unencrypted_message\": \"selam\"}"))));
    }

    @Test
    void aMessageWithAKeyOfZeroIsPlainAndNotAnswered() {
        List<Output> outputs =
                accepted().receive(Bytes.utf8("{\"user\": 3, \"key\": 0, \"unencrypted_message\": \"selam\"}"));
        assertEquals(List.of(heard("selam", Security.NONE)), heardIn(outputs));
        assertEquals(List.of(), transmitted(outputs));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"encrypted_message\": \"AAAAAAAAAAA=\"}|none of the keys that older programs use fits] AAAAAAAAAAA=",
                "{\"encrypted_message\": \"hello there\"}|it is no encrypted text at all] hello there",
                "{\"encrypted_message\": 5}|it is no encrypted text at all] 5",
                "{\"encrypted_message\": {\"a\": 1}}|it is no encrypted text at all] {\"a\":1}",
            })
    void whatCantBeReadIsShownAsSuch(String sent, String shown) {
        Output.Heard heard = text(sent);
        assertEquals(
                "[a message in the old course encryption that can't be read: " + shown,
                heard.text().value());
        assertEquals(Security.WEAK, heard.security());
    }

    @Test
    void aLongOneThatCantBeReadIsQuotedInPart() {
        String shown = text("{\"encrypted_message\": \"" + "A".repeat(8_000) + "\"}")
                .text()
                .value();
        assertEquals(200, shown.chars().filter(character -> character == 'A').count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"key\": \"ten\"}|[a key of the old course encryption that is no whole number] ten",
                "{\"key\": -2}|[a key of the old course encryption that is not above zero] -2",
                "{\"key\": 0}|[a key of the old course encryption that is not above zero] 0",
                "{\"key\": null}|[a key of the old course encryption that is no number] null",
                "{\"key\": [1]}|[a key of the old course encryption that is no number] [1]",
            })
    void aKeyThatIsNoneIsShownAndNotAnswered(String sent, String shown) {
        PeerProtocol link = accepted();
        List<Output> outputs = link.receive(Bytes.utf8(sent));
        assertEquals(List.of(heard(shown, Security.NONE)), heardIn(outputs));
        assertEquals(List.of(), transmitted(outputs));
    }

    @Test
    void aBareNumberIsAMessage() {
        PeerProtocol link = accepted();
        link.receive(Bytes.utf8("8"));
        List<Output> outputs = link.inputEnded();
        assertEquals(List.of(heard("8", Security.NONE)), heardIn(outputs));
        assertEquals(List.of(), transmitted(outputs));
    }

    @Test
    void aKeyOnALinkThatWeDialledIsNotAnswered() {
        PeerProtocol link = CourseLink.dialled(Samples.self("Ali"), Habits.UNKNOWN);
        List<Output> outputs = link.receive(Bytes.utf8("{\"key\": \"8\"}"));
        assertEquals(
                List.of(heard("[a key of the old course encryption that nobody asked for] 8", Security.NONE)),
                heardIn(outputs));
        assertEquals(List.of(), transmitted(outputs));
    }

    @Test
    void whoSendsKeysForEverIsCutOff() {
        String hundred = String.join("", Collections.nCopies(100, "{\"key\": \"8\"}"));
        PeerProtocol link = accepted();
        assertEquals(100, transmitted(link.receive(Bytes.utf8(hundred))).size());
        assertInstanceOf(
                Output.Broken.class,
                link.receive(Bytes.utf8("{\"key\": \"8\"}")).get(0));
    }

    @Test
    void theRowOfAShortMessageIsTheOneThatIsKnownWhereItFits() {
        String sent = "{\"encrypted_message\": \""
                + CipherRow.named("des-cbc-zeros")
                        .orElseThrow()
                        .encrypt(1, "hi")
                        .orElseThrow() + "\"}";
        Habits cbc = Habits.UNKNOWN.withSpelling(Spelling.UNDERSCORE).withCipher("des-cbc-zeros");
        assertEquals(
                List.of(),
                CourseLink.accepted(cbc).receive(Bytes.utf8(sent)).stream()
                        .filter(Output.Learned.class::isInstance)
                        .toList());
    }

    private static PeerProtocol accepted() {
        return CourseLink.accepted(Habits.UNKNOWN);
    }

    private static Output.Heard text(String sent) {
        return (Output.Heard) heardIn(accepted().receive(Bytes.utf8(sent))).get(0);
    }

    private static Output heard(String text, Security security) {
        return new Output.Heard(SenderClaim.NOTHING, SafeText.message(text), security);
    }

    private static List<Output> heardIn(List<Output> outputs) {
        return outputs.stream().filter(Output.Heard.class::isInstance).toList();
    }

    private static List<Output> transmitted(List<Output> outputs) {
        return outputs.stream().filter(Output.Transmit.class::isInstance).toList();
    }
}
