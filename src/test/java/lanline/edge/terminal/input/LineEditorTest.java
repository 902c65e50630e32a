package lanline.edge.terminal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Each key of readline; {@code |} is the cursor. */
class LineEditorTest {
    private final LineEditor editor = new LineEditor();

    private LineEditor at(String picture) {
        int cursor = picture.indexOf('|');
        editor.set(picture.replace("|", ""), cursor);
        return editor;
    }

    private void is(String picture) {
        String text = editor.text();
        assertEquals(picture, text.substring(0, editor.cursor()) + "|" + text.substring(editor.cursor()));
    }

    @Test
    void typesAtTheCursor() {
        at("a|c").insert("b");
        is("ab|c");
    }

    @Test
    void movesByWholeClusters() {
        at("a👩‍💻|e\u0301").left();
        is("a|👩‍💻e\u0301");
        editor.right();
        editor.right();
        is("a👩‍💻e\u0301|");
        editor.right();
        is("a👩‍💻e\u0301|");
    }

    @Test
    void erasesWholeClusters() {
        at("x👍🏽|🇹🇷y").backspace();
        is("x|🇹🇷y");
        editor.delete();
        is("x|y");
        editor.delete();
        editor.delete();
        is("x|");
    }

    @Test
    void movesByWords() {
        at("one two, three|").wordLeft();
        is("one two, |three");
        editor.wordLeft();
        is("one |two, three");
        editor.wordRight();
        is("one two|, three");
    }

    @Test
    void wordsAreThoseOfAnyScript() {
        at("çay ığdır|").wordLeft();
        is("çay |ığdır");
    }

    @Test
    void homeAndEndStayInTheLine() {
        at("first\nsec|ond\nthird").home();
        is("first\n|second\nthird");
        editor.end();
        is("first\nsecond|\nthird");
    }

    @Test
    void killsAndYanks() {
        at("one two| three").killToEnd();
        is("one two|");
        editor.killToStart();
        is("|");
        editor.yank();
        is("one two three|");
    }

    @Test
    void killsByBlanksAndByWords() {
        at("see http://host/path| x").killBlankWord();
        is("see | x");
        at("see http://host/path| x").killWordLeft();
        is("see http://host/| x");
        at("a| big-word").killWordRight();
        is("a|-word");
    }

    @Test
    void whatIsKilledInOneGoIsYankedInOne() {
        at("one two three|").killWordLeft();
        editor.killWordLeft();
        is("one |");
        editor.yank();
        is("one two three|");
        editor.left();
        editor.killToEnd();
        editor.yank();
        is("one two three|");
    }

    @Test
    void killingAtTheEndOfALineJoinsItWithTheNext() {
        at("one|\ntwo").killToEnd();
        is("one|two");
        at("one\n|two").killToStart();
        is("one|two");
    }

    @Test
    void transposesAtTheCursorAndAtTheEnd() {
        at("ab|cd").transpose();
        is("acb|d");
        at("abcd|").transpose();
        is("abdc|");
        at("a|").transpose();
        is("a|");
        at("|ab").transpose();
        is("|ab");
    }

    @Test
    void undoTakesBackARunOfTypingAtOnce() {
        editor.insert("h");
        editor.insert("i");
        editor.insert(" ");
        editor.insert("y");
        editor.undo();
        is("hi|");
        editor.undo();
        is("|");
        editor.undo();
        is("|");
    }

    @Test
    void undoBringsBackWhatWasCleared() {
        at("precious|").clear();
        is("|");
        editor.undo();
        is("precious|");
    }

    @Test
    void whatWasSentIsNotUndone() {
        at("sent|").sent();
        editor.undo();
        is("|");
    }

    @Test
    void upAndDownKeepTheColumnWhereTheLineIsLongEnough() {
        at("first\nab\nthird li|ne").up();
        is("first\nab|\nthird line");
        assertTrue(editor.up());
        is("fi|rst\nab\nthird line");
        assertFalse(editor.up());
        assertTrue(editor.down());
        assertTrue(editor.down());
        is("first\nab\nth|ird line");
        assertFalse(editor.down());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertTrue(editor.insert("x".repeat(LineEditor.MOST_CHARS)));
        assertFalse(editor.insert("y"));
        assertEquals(LineEditor.MOST_CHARS, editor.text().length());
    }

    @Test
    void controlCharactersNeverGetIn() {
        editor.insert("a\u001b]0;x\u0007\u009b31m\u202e");
        assertTrue(editor.text().chars().noneMatch(Character::isISOControl), editor.text());
    }

    @Test
    void everyKeyLeavesTheCursorBetweenClusters() {
        at("a👩‍💻 e\u0301 日本 🇹🇷🇩🇪|");
        for (int i = 0; i < 12; i++) {
            editor.left();
            editor.transpose();
            assertEquals(
                    editor.text(),
                    editor.text().substring(0, editor.cursor()) + editor.text().substring(editor.cursor()));
            assertTrue(editor.cursor() == 0 || !Character.isLowSurrogate(charAtCursor()), editor.text());
        }
    }

    private char charAtCursor() {
        return editor.cursor() < editor.text().length() ? editor.text().charAt(editor.cursor()) : ' ';
    }
}
