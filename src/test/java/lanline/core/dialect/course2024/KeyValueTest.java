package lanline.core.dialect.course2024;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Habits.KeyForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"10\"|DECIMAL",
                "\" 7 \"|DECIMAL",
                "\"007\"|DECIMAL",
                "\"+7\"|DECIMAL",
                "\"8.0\"|DECIMAL",
                "8|INTEGER",
                "8.0|INTEGER",
                "12345678901234567890|INTEGER",
                "\"b'8'\"|BYTES_LITERAL",
                "\"b\\\"8\\\"\"|BYTES_LITERAL",
            })
    void everyFormOfAValueIsRead(String json, KeyForm form) throws MalformedJsonException {
        assertEquals(new KeyValue(form, Optional.empty()), read(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"0\"|is not above zero",
                "0|is not above zero",
                "\"b'0'\"|is not above zero",
                "-3|is not above zero",
                "\"-3\"|is not above zero",
                "2.5|is no whole number",
                "\"ten\"|is no whole number",
                "\"\"|is no whole number",
                "\"b''\"|is no whole number",
                "\"b'8\"|is no whole number",
                "\"٨\"|is no whole number",
                "null|is no number",
                "true|is no number",
                "[8]|is no number",
                "{\"key\": 8}|is no number",
            })
    void whatIsNoValueHasASentence(String json, String fault) throws MalformedJsonException {
        assertEquals(Optional.of(fault), read(json).fault());
    }

    @Test
    void aFloodOfDigitsIsNoValue() throws MalformedJsonException {
        assertEquals(Optional.empty(), read("\"" + "9".repeat(40) + "\"").fault());
        assertEquals(
                Optional.of("is longer than 40 digits"),
                read("\"" + "9".repeat(41) + "\"").fault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", " 8\n", "18", "b'8'"})
    void aBareNumberIsAValueWhereOneIsExpected(String raw) {
        assertEquals(Optional.of(new KeyValue(KeyForm.BARE, Optional.empty())), KeyValue.readBare(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "0", "8 o'clock", "-1"})
    void otherTextIsNone(String raw) {
        assertEquals(Optional.empty(), KeyValue.readBare(raw));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "DECIMAL|{\"key\": \"1\"}",
                "INTEGER|{\"key\": 1}",
                "BYTES_LITERAL|{\"key\": \"b'1'\"}",
                "BARE|1",
            })
    void oursIsOneInEveryForm(KeyForm form, String written) {
        assertEquals(written, KeyValue.ours(form).toText());
    }

    private static KeyValue read(String json) throws MalformedJsonException {
        return KeyValue.read(StrictJson.object("{\"key\": " + json + "}").path("key"));
    }
}
