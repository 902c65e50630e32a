package lanline.core.command;

import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.Nickname;
import lanline.core.text.SafeText;

/** How much of what a person or script gives is taken. More is refused in a sentence, never cut in silence. */
public final class Limits {
    /** Bytes of UTF-8 in one message: what Lanline's own protocol carries in one frame. Longer text is refused whole. */
    public static final int MESSAGE_BYTES = 8_192;

    /** Messages in one answer of the history: a screen reader's patience, and some megabytes. More is asked for in steps. */
    public static final int PAGE = 1_000;

    /** Characters in a status text such as "at lunch": it stands in one line beside a name. */
    public static final int STATUS_TEXT = 200;

    private Limits() {}

    /** Why {@code text} can't be one message; empty if it can. */
    public static Optional<SafeText> complaintAboutMessage(String text) {
        if (text.isBlank()) {
            return complaint("nothing was sent: there is no text in it");
        }
        int bytes = text.length() <= MESSAGE_BYTES / 3 ? 0 : Bytes.utf8(text).length();
        return bytes <= MESSAGE_BYTES
                ? Optional.empty()
                : complaint("not sent: the text has " + bytes + " bytes, a message at most " + MESSAGE_BYTES
                        + "; send it in parts");
    }

    /** Why nobody can be called {@code typed}; empty if {@link Nickname#parse} takes it whole. */
    public static Optional<SafeText> complaintAboutName(String typed) {
        if (Nickname.parse(typed).isEmpty()) {
            return complaint("a name needs at least one letter, digit or sign that can be seen");
        }
        int length = typed.strip().codePointCount(0, typed.strip().length());
        return length <= Nickname.MOST_CODE_POINTS
                ? Optional.empty()
                : complaint("a name has at most " + Nickname.MOST_CODE_POINTS + " characters; this one has " + length);
    }

    static Optional<SafeText> complaintAboutStatus(String text) {
        return text.length() <= STATUS_TEXT
                ? Optional.empty()
                : complaint("a status text has at most " + STATUS_TEXT + " characters; this one has " + text.length());
    }

    private static Optional<SafeText> complaint(String sentence) {
        return Optional.of(SafeText.line(sentence));
    }
}
