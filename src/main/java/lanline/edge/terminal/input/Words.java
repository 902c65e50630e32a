package lanline.edge.terminal.input;

/** Where words start and end for the keys that go or erase by words, as readline counts them. */
final class Words {
    private Words() {}

    /** The end of the word at or behind {@code at}: letters and digits (Alt-F, Alt-D). */
    static int end(String text, int at) {
        int i = at;
        while (i < text.length() && !isWord(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        while (i < text.length() && isWord(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    /** The start of the word before {@code at} (Alt-B, Alt-Backspace). */
    static int start(String text, int at) {
        int i = at;
        while (i > 0 && !isWord(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        while (i > 0 && isWord(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i;
    }

    /** The start of what blanks enclose before {@code at} (Ctrl-W). */
    static int startAfterBlank(String text, int at) {
        int i = at;
        while (i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        while (i > 0 && !Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Marks belong to their letters, joined emoji stay whole. */
    private static boolean isWord(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
