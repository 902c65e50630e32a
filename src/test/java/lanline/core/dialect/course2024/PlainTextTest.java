package lanline.core.dialect.course2024;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Coding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Base64 is read from whom it is known, and only where it can be meant. */
class PlainTextTest {
    private static final Habits BASE64 = Habits.UNKNOWN.withCoding(Coding.BASE64);

    @Test
    void whoWritesBase64IsReadSo() {
        assertEquals(Optional.of("ça va?\nevet"), PlainText.read("w6dhIHZhPwpldmV0", BASE64));
        assertEquals(Optional.of("w6dhIHZhPwpldmV0"), PlainText.read("w6dhIHZhPwpldmV0", Habits.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "Hi", "selam", "merhaba!", "Hiii", "AAAA", "test"})
    void wordsThatPeopleTypeAreNotTakenForIt(String word) {
        assertEquals(Optional.empty(), PlainText.read(word, BASE64));
    }
}
