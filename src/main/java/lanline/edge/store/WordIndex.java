package lanline.edge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the full-text index up to date with the messages, in transactions of its own after theirs: now and then SQLite merges the
 * index for some milliseconds, and no message shall wait for that. What a killed process left out is made good by the next
 * one. Lives on the store thread; dropped when a transaction fails.
 */
final class WordIndex implements AutoCloseable {
    /** Messages in one transaction: beyond this it costs no less a message. */
    private static final int SLICE = 1_000;

    private final Database database;
    private final PreparedStatement unindexed;
    private final PreparedStatement insert;
    private final PreparedStatement advance;
    private long upto;

    private record Entry(long number, String words) {}

    WordIndex(Database database) throws SQLException {
        this.database = database;
        unindexed = database.prepare(
                "SELECT number, conversation, text FROM message WHERE number > ? ORDER BY number LIMIT " + SLICE);
        insert = database.prepare("INSERT INTO message_words(rowid, words) VALUES (?, ?)");
        advance = database.prepare("UPDATE word_index SET upto = ?");
        upto = database.number("SELECT upto FROM word_index");
    }

    /** After an exception the transaction at hand is still to be rolled back. */
    void catchUp() throws SQLException {
        for (List<Entry> slice = next(); !slice.isEmpty(); slice = next()) {
            database.begin();
            for (Entry entry : slice) {
                insert.setLong(1, entry.number());
                insert.setString(2, entry.words());
                insert.executeUpdate();
            }
            long last = slice.get(slice.size() - 1).number();
            advance.setLong(1, last);
            advance.executeUpdate();
            database.commit();
            upto = last;
        }
    }

    private List<Entry> next() throws SQLException {
        List<Entry> slice = new ArrayList<>();
        unindexed.setLong(1, upto);
        try (ResultSet row = unindexed.executeQuery()) {
            while (row.next()) {
                slice.add(new Entry(row.getLong(1), SearchIndex.entry(row.getLong(2), row.getString(3))));
            }
        }
        return slice;
    }

    @Override
    public void close() {
        List.of(unindexed, insert, advance).forEach(Database::close);
    }
}
