package lanline.core.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

final class TextPartsTest {
    @Test
    void aLongTextIsCutAtBlanks() {
        assertEquals(List.of("one two", "three"), cut("one two three", 9));
    }

    @Test
    void aWordThatIsTooLongIsCutWithinBetweenCharacters() {
        assertEquals(List.of("çç", "çç"), cut("çççç", 5));
    }

    @Test
    void moreBlanksThanAPartHoldsAreNoMessageOfTheirOwn() {
        assertEquals(List.of("end"), cut(" ".repeat(30) + "end", 10));
    }

    @Test
    void whatIsEscapedTakesTheRoomOfItsEscape() {
        assertEquals(List.of("\"\"", "\""), cut("\"\"\"", 5));
    }

    @Test
    void rawTextTakesNoEscapes() {
        List<SafeText> parts = TextParts.cut(SafeText.message("\"\"\" \\\\\\ çç"), 4);
        assertEquals(
                List.of("\"\"\"", "\\\\\\", "çç"),
                parts.stream().map(SafeText::value).toList());
    }

    private static List<String> cut(String text, int room) {
        return TextParts.cutForJson(SafeText.message(text), room).stream()
                .map(SafeText::value)
                .toList();
    }
}
