package lanline.core.dialect.course2024;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import lanline.core.dialect.Manner;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Utterance;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Coding;
import lanline.core.model.Habits.NameField;
import lanline.core.model.Habits.Spelling;
import lanline.core.model.Security;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plain message looks like on the wire, and how a long one is cut ({@code wire.md} section 1). */
class SendingFormTest {
    private static final SelfDescription SELF = Samples.self("Ali");
    private static final int ROOM = CourseMessage.roomForText(SELF, Habits.UNKNOWN);

    @Test
    void aShortMessageCarriesAllThreeSpellingsAndTheName() {
        String expected = "{\"unencrypted_message\": \"hi çay\", \"unencrypted message\": \"hi çay\","
                + " \"unencryptedmessage\": \"hi çay\", \"username\": \"Ali\", \"ll\": {\"id\": \""
                + Samples.id('1')
                + "\", \"m\": \"" + "0".repeat(31) + "1\", \"port\": 6001}}";
        assertEquals(expected, write("hi çay").toText());
    }

    @Test
    void aLongerOneCarriesTheUsualSpellingAlone() {
        String sent = write("x".repeat(500)).toText();
        assertTrue(sent.startsWith("{\"unencrypted_message\": \"xxx"));
        assertTrue(!sent.contains("unencryptedmessage") && sent.contains("\"username\": \"Ali\""));
    }

    @ParameterizedTest
    @CsvSource({"UNDERSCORE,unencrypted_message", "BLANK,unencrypted message", "JOINED,unencryptedmessage"})
    void aLongerOneToWhoIsKnownIsSpelledAsItSpells(Spelling spelling, String key) {
        Utterance.Text text = new Utterance.Text(Samples.message(1), SafeText.message("x".repeat(500)));
        String sent = CourseMessage.write(SELF, Habits.UNKNOWN.withSpelling(spelling), text)
                .toText();
        assertTrue(sent.startsWith("{\"" + key + "\": \"xxx"));
        assertEquals(1, sent.split("xxx\"").length - 1);
    }

    @Test
    void theNameStandsWhereThePeerPutsItsOwn() {
        Utterance.Text text = new Utterance.Text(Samples.message(1), SafeText.message("hi"));
        String sent = CourseMessage.write(SELF, Habits.UNKNOWN.withNameField(NameField.USER), text)
                .toText();
        assertTrue(sent.contains("\"user\": \"Ali\"") && !sent.contains("username"));
    }

    @Test
    void base64IsWrittenToWhoReadsItAndFitsToo() {
        Habits base64 = Habits.UNKNOWN.withCoding(Coding.BASE64);
        Utterance.Text text = new Utterance.Text(Samples.message(1), SafeText.message("selam çay"));
        assertTrue(CourseMessage.write(SELF, base64, text)
                .toText()
                .startsWith("{\"unencrypted_message\": \"c2VsYW0gw6dheQ==\""));
        List<SafeText> parts = new Course2024Dialect(6001)
                .parts(SELF, new Manner(base64, Security.NONE), SafeText.message("çay ".repeat(500)));
        assertTrue(parts.size() > 2);
        parts.forEach(part -> assertTrue(CourseMessage.write(SELF, base64, new Utterance.Text(Samples.message(1), part))
                        .length()
                <= 1_024));
    }

    @Test
    void noObjectIsLongerThanMostProgramsReceive() {
        for (int length = 0; length <= ROOM; length++) {
            assertTrue(write("x".repeat(length)).length() <= 1_024);
        }
        assertEquals(1_023, write("x".repeat(ROOM)).length(), "a port of five digits fits, too");
    }

    @Test
    void aPortThatIsNotOpenYetIsNotTold() {
        SelfDescription early = SELF.reachedAt(SelfDescription.NOT_YET_REACHABLE);
        Bytes sent =
                CourseMessage.write(early, Habits.UNKNOWN, new Utterance.Text(Samples.message(1), SafeText.line("hi")));
        assertTrue(!sent.toText().contains("port"));
    }

    @Test
    void quotesBackslashesAndBreaksAreEscapedAndAllElseIsRaw() throws MalformedJsonException {
        String text = "\"a\\b\"\nc\td \uD83D\uDC68\u200D\uD83D\uDC69 ığ";
        Bytes sent = write(text);
        String read = StrictJson.object(sent).path("unencrypted_message").asText();
        assertEquals(SafeText.message(text).value(), read);
        assertTrue(sent.toText().contains("\uD83D\uDC68"));
    }

    @Test
    void aTextThatFitsStaysWhole() {
        SafeText text = SafeText.message("  indented\n  code  ");
        assertEquals(
                List.of("  indented\n  code"),
                cut(text).stream().map(String::stripTrailing).toList());
    }

    @Test
    void aLongTextIsCutBetweenWords() {
        String words = "kelime ".repeat(600).strip();
        List<String> parts = cut(SafeText.message(words));
        assertTrue(parts.size() > 4);
        assertEquals(words, String.join(" ", parts));
    }

    @Test
    void aWordLongerThanAPartIsCutInside() {
        List<String> parts = cut(SafeText.message("x".repeat(3_000)));
        assertEquals("x".repeat(3_000), String.join("", parts));
        assertEquals(ROOM, parts.get(0).length());
    }

    @Test
    void noPartIsEmpty() {
        String gaps = "a" + " ".repeat(3_000) + "b" + "\n".repeat(3_000) + "c";
        assertEquals(List.of("a", "b", "c"), cut(SafeText.message(gaps)));
        assertEquals(List.of("d"), cut(SafeText.message(" ".repeat(3_000) + "d")));
    }

    @Test
    void noCharacterIsCutInTwo() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        List<String> parts = cut(SafeText.message(family.repeat(200)));
        assertEquals(family.repeat(200), String.join("", parts));
        parts.forEach(part -> assertEquals(0, part.length() % family.length()));
    }

    @Test
    void everyPartOfEveryTextFitsAndNothingButBlanksIsLost() {
        SplittableRandom random = new SplittableRandom(9);
        String[] pieces = {
            "a", "word", " ", "\n", "\"", "\\", "ç", "日本", "\uD83D\uDE00", "e\u0301", "\t", "x".repeat(90)
        };
        for (int i = 0; i < 1_000; i++) {
            StringBuilder raw = new StringBuilder("s");
            int length = random.nextInt(1_500);
            for (int j = 0; j < length; j++) {
                raw.append(pieces[random.nextInt(pieces.length)]);
            }
            SafeText text = SafeText.message(raw.toString());
            List<String> parts = cut(text);
            parts.forEach(part -> assertTrue(!part.isBlank() && write(part).length() <= 1_024));
            assertEquals(withoutBlanks(text.value()), withoutBlanks(String.join("", parts)));
        }
    }

    private static String withoutBlanks(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static List<String> cut(SafeText text) {
        return new Course2024Dialect(6001)
                .parts(SELF, Manner.PLAIN, text).stream().map(SafeText::value).toList();
    }

    private static Bytes write(String text) {
        return CourseMessage.write(
                SELF, Habits.UNKNOWN, new Utterance.Text(Samples.message(1), SafeText.message(text)));
    }
}
