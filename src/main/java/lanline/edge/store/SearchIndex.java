package lanline.edge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the full-text index holds and how it is asked: pure text on both sides. A message is indexed under its words and under one more
 * word for its conversation, so that a search in one conversation is one intersection inside the index.
 */
final class SearchIndex {
    /** No word of a text begins with this private character ({@link SearchWords}). */
    private static final String CONVERSATION = "\uE000";

    /** Below every character of a word: what follows a word in the index begins at the word with this appended. */
    private static final String JUST_AFTER = "\u0001";

    /** The index keeps beginnings of up to this many characters ready ({@code prefix=} in the schema). */
    private static final int LONGEST_READY_BEGINNING = 4;

    /**
     * A longer beginning is searched as the words that begin so, up to this many: SQLite would first gather all their messages,
     * 60 ms for a common word among a million messages. With more words than this it does gather.
     */
    private static final int MOST_COMPLETIONS = 250;

    /** More words of a search (a pasted page) are left out: the first ones say enough. */
    private static final int MOST_WORDS = 16;

    private SearchIndex() {}

    static String entry(long conversation, String text) {
        return String.join(" ", SearchWords.of(text)) + " " + CONVERSATION + conversation;
    }

    /** The search expression for {@code words}, the last one perhaps only begun; empty if nothing can match. */
    static Optional<String> expression(Database database, List<String> words, Optional<Long> conversation)
            throws SQLException {
        List<String> asked = words.subList(0, Math.min(words.size(), MOST_WORDS));
        List<String> parts = new ArrayList<>();
        conversation.ifPresent(number -> parts.add(quoted(CONVERSATION + number)));
        asked.subList(0, asked.size() - 1).forEach(word -> parts.add(quoted(word)));
        String begun = asked.get(asked.size() - 1);
        if (begun.codePointCount(0, begun.length()) <= LONGEST_READY_BEGINNING) {
            parts.add(quoted(begun) + " *");
        } else {
            List<String> completions = completions(database, begun);
            if (completions.isEmpty()) {
                return Optional.empty();
            }
            parts.add(anyOf(begun, completions));
        }
        return Optional.of(String.join(" AND ", parts));
    }

    private static String anyOf(String begun, List<String> completions) {
        if (completions.size() > MOST_COMPLETIONS) {
            return quoted(begun) + " *";
        }
        return completions.stream().map(SearchIndex::quoted).collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** The words of the index that begin so, found by leaping from each to the next; one more than the most where there are more. */
    private static List<String> completions(Database database, String begun) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement next = database.prepare("SELECT term FROM temp.message_terms WHERE term >= ? LIMIT 1")) {
            Optional<String> word = following(next, begun);
            while (word.isPresent() && word.get().startsWith(begun) && found.size() <= MOST_COMPLETIONS) {
                found.add(word.get());
                word = following(next, word.get() + JUST_AFTER);
            }
        }
        return found;
    }

    private static Optional<String> following(PreparedStatement next, String from) throws SQLException {
        next.setString(1, from);
        try (ResultSet row = next.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }
}
