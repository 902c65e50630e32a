package lanline.edge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lanline.core.model.ConversationId;
import lanline.core.text.Folding;
import lanline.core.text.SafeText;

/**
 * Finds the conversation that is meant: by the id of the other, or, for somebody who was not heard since the start, by a name that
 * the stored messages know. Lives on the thread that owns the database.
 */
final class StoredConversations {
    private static final String BY_ID = "SELECT number FROM conversation WHERE name = ?";
    private static final String PEOPLE = "SELECT DISTINCT v.number, c.peer, c.name, c.address FROM correspondent c"
            + " JOIN conversation v ON v.name = c.peer";

    private final Database database;

    StoredConversations(Database database) {
        this.database = database;
    }

    /** Its number; empty if nothing was ever said there. */
    Optional<Long> find(ConversationId wanted) throws SQLException, SeveralPeopleException {
        try (PreparedStatement query = database.prepare(BY_ID)) {
            query.setString(1, wanted.text());
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return Optional.of(row.getLong(1));
                }
            }
        }
        Map<Long, String> named = named(wanted.text());
        if (named.size() > 1) {
            String people = named.values().stream().collect(Collectors.joining(", "));
            throw new SeveralPeopleException(
                    SafeText.line("the history knows several people called " + wanted + ", say which: " + people));
        }
        return named.keySet().stream().findFirst();
    }

    /** Conversations with people who were called {@code typed} at some time, by case and accents folded; with the others' ids. */
    private Map<Long, String> named(String typed) throws SQLException {
        Map<Long, String> named = new TreeMap<>();
        String folded = Folding.fold(typed);
        try (PreparedStatement query = database.prepare(PEOPLE);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String name = row.getString(3);
                if (Folding.fold(name).equals(folded) || (name + "@" + row.getString(4)).equals(typed)) {
                    named.put(row.getLong(1), row.getString(2));
                }
            }
        }
        return named;
    }
}
