package lanline.core.dialect.course2024;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lanline.core.dialect.json.JsonText;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Spelling;
import lanline.core.secure.weak.CipherRow;
import lanline.core.secure.weak.KeySearch;
import lanline.core.secure.weak.Opening;
import lanline.core.text.SafeText;

/**
 * A message in the old encryption ({@code wire.md} section 1, "The old secure mode"), which protects nothing.
 *
 * @param text what it says, or that it can't be read
 * @param shown the way in which its sender encrypts, if that is news
 */
record EncryptedMessage(SafeText text, Habits shown) {
    private static final String ENCRYPTED = "encrypted";

    /** What follows a reason, in characters: enough to find out by hand, not enough to fill the screen. */
    private static final int QUOTED = 200;

    /** Reads what came on one link; lives with that. */
    static final class Reader {
        /** Unreadable ones on a link after which only the secret of our exchanges is tried: a search is a millisecond of everybody's time. */
        private static final int MOST_SEARCHES = 20;

        private static final String NOT_SEARCHED =
                "too much that came before it on the same connection could not be read either, so not every key was tried";

        private int unreadable;

        /** Reads what somebody with the habits {@code known} wrote; always finds something to show. */
        EncryptedMessage read(String encrypted, Habits known) {
            Opening opening = unreadable < MOST_SEARCHES
                    ? KeySearch.open(encrypted, OptionalInt.of(KeyValue.SECRET))
                    : KeySearch.openWith(KeyValue.SECRET, encrypted);
            return opening.deliverTo(new Opening.Handler<>() {
                @Override
                public EncryptedMessage opened(Opening.Opened opened) {
                    return new EncryptedMessage(SafeText.message(opened.text()), shown(opened.rows(), known));
                }

                @Override
                public EncryptedMessage unreadable(Opening.Unreadable failed) {
                    unreadable++;
                    String why = unreadable > MOST_SEARCHES ? NOT_SEARCHED : failed.why();
                    return new EncryptedMessage(sentence(why, encrypted), Habits.UNKNOWN);
                }
            });
        }
    }

    /** A short message fits several rows: then the one that is known already stays. */
    private static Habits shown(List<CipherRow> rows, Habits known) {
        boolean isKnown = rows.stream()
                .map(CipherRow::name)
                .anyMatch(known.cipher().stream().toList()::contains);
        return isKnown ? Habits.UNKNOWN : Habits.UNKNOWN.withCipher(rows.get(0).name());
    }

    private static SafeText sentence(String why, String encrypted) {
        String quoted = encrypted.length() > QUOTED ? encrypted.substring(0, QUOTED) + "…" : encrypted;
        return SafeText.message("[a message in the old course encryption that can't be read: " + why + "] " + quoted);
    }

    /**
     * In the peer's own spelling, or while that is not known in all three, where they fit. Empty only where this Java lacks the cipher.
     */
    static Optional<Bytes> write(SafeText text, Habits habits) {
        CipherRow row = habits.cipher().flatMap(CipherRow::named).orElse(CipherRow.USUAL);
        return row.encrypt(KeyValue.SECRET, text.value()).map(encrypted -> write(encrypted, habits));
    }

    private static Bytes write(String encrypted, Habits habits) {
        Spelling own = habits.spelling().orElse(Spelling.UNDERSCORE);
        Bytes usual = write(encrypted, List.of(own));
        if (habits.spelling().isPresent()) {
            return usual;
        }
        Bytes widest = write(encrypted, List.of(Spelling.values()));
        return widest.length() <= CourseMessage.LONGEST_OBJECT ? widest : usual;
    }

    private static Bytes write(String encrypted, List<Spelling> spellings) {
        ObjectNode object = JsonText.object();
        spellings.forEach(spelling -> object.put(spelling.key(ENCRYPTED), encrypted));
        return JsonText.write(object);
    }

    /** How many bytes of text fit, whichever row of the table it will be: more may be known of the peer once it is sent. */
    static int roomForText() {
        int room = CourseMessage.LONGEST_OBJECT
                - write("", List.of(Spelling.UNDERSCORE)).length();
        int text = 0;
        while (longest(text + 1) <= room) {
            text++;
        }
        return text;
    }

    private static int longest(int textBytes) {
        return CipherRow.TABLE.stream()
                .mapToInt(row -> row.writtenLength(textBytes))
                .max()
                .orElseThrow();
    }
}
