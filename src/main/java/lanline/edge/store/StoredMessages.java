package lanline.edge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.port.History.Before;

/** Asks for messages through one connection. Lives on the thread of that connection. */
final class StoredMessages {
    /** One page is never longer; whoever wants more goes on from its first message. Bounds the memory of one answer. */
    private static final int LONGEST_PAGE = 5_000;

    /** A search for signs that are no words looks through this many messages at the most, 30 ms: no index holds them. */
    private static final int LOOKED_THROUGH = 30_000;

    /**
     * Messages stand in the order of their arrival, which is that of their times unless a clock was set back; where a time is
     * looked up, as many messages in disorder as this are made up for.
     */
    private static final int DISORDER = 1_000;

    /** As many as may wait in a run, and some that were cut into parts: what lies beyond is taken up by the next run, when these are done. */
    private static final int MOST_PENDING = 11_000;

    private static final String MESSAGES =
            Rows.COLUMNS + "FROM message m CROSS JOIN correspondent c ON c.number = m.correspondent WHERE ";

    /** The plus signs keep the index by time out of it: rows are wanted in the order of their numbers. */
    private static final String NEWEST_FIRST = " AND m.number <= ? AND +m.time < ? ORDER BY m.number DESC LIMIT ?";

    private static final String ANY = MESSAGES + "? <= 0" + NEWEST_FIRST;
    private static final String OF_CONVERSATION = MESSAGES + "m.conversation = ?" + NEWEST_FIRST;
    private static final String WITH_SIGNS = MESSAGES
            + "instr(m.text, ?1) > 0 AND (?2 <= 0 OR +m.conversation = ?2) AND m.number > ?3 AND m.number <= ?4"
            + " AND +m.time < ?5 ORDER BY m.number DESC LIMIT ?6";
    private static final String WITH_WORDS = Rows.COLUMNS
            + "FROM message_words w CROSS JOIN message m ON m.number = w.rowid"
            + " CROSS JOIN correspondent c ON c.number = m.correspondent"
            + " WHERE w.message_words MATCH ? AND w.rowid <= ? AND +m.time < ? ORDER BY w.rowid DESC LIMIT ?";
    private static final String FROM_OLDEST =
            MESSAGES + "? <= 0 AND m.number > ? AND m.number <= ? ORDER BY m.number LIMIT ?";
    private static final String FROM_OLDEST_OF_CONVERSATION =
            MESSAGES + "m.conversation = ? AND m.number > ? AND m.number <= ? ORDER BY m.number LIMIT ?";
    private static final String PENDING = MESSAGES + Schema.PENDING + " ORDER BY m.number LIMIT " + MOST_PENDING;

    /** In the place of a conversation's number: all of them. */
    private static final long EVERY = 0;

    private final Database database;
    private final StoredConversations conversations;

    StoredMessages(Database database) throws SQLException {
        this.database = database;
        conversations = new StoredConversations(database);
        database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.message_terms"
                + " USING fts5vocab('main', 'message_words', 'instance')");
    }

    /** The newest messages before a place, of one conversation or (HOME) of all. */
    Page page(ConversationId conversation, Before before, int limit) throws SQLException, SeveralPeopleException {
        Optional<Long> number = number(conversation);
        if (number.isEmpty()) {
            return nothing(conversation, "");
        }
        List<Stored> found = newest(number.get(), before, wanted(limit) + 1);
        return newestLast(conversation, "", found, wanted(limit));
    }

    /** The newest messages before a place that hold {@code text}. */
    Page search(ConversationId conversation, String text, Before before, int limit)
            throws SQLException, SeveralPeopleException {
        Optional<Long> number = number(conversation);
        if (number.isEmpty()) {
            return nothing(conversation, text);
        }
        List<Stored> found = find(text, number.get(), before, wanted(limit) + 1);
        return newestLast(conversation, text, found, wanted(limit));
    }

    private List<Stored> find(String text, long conversation, Before before, int most) throws SQLException {
        List<String> words = SearchWords.of(text);
        if (text.isBlank()) {
            return newest(conversation, before, most);
        }
        return words.isEmpty()
                ? withSigns(text.strip(), conversation, before, most)
                : withWords(words, conversation, before, most);
    }

    private List<Stored> newest(long conversation, Before before, int most) throws SQLException {
        try (PreparedStatement query = database.prepare(conversation == EVERY ? ANY : OF_CONVERSATION)) {
            query.setLong(1, conversation);
            return newestFirst(query, 2, before, most);
        }
    }

    private List<Stored> withWords(List<String> words, long conversation, Before before, int most) throws SQLException {
        Optional<Long> within = conversation == EVERY ? Optional.empty() : Optional.of(conversation);
        Optional<String> expression = SearchIndex.expression(database, words, within);
        if (expression.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement query = database.prepare(WITH_WORDS)) {
            query.setString(1, expression.get());
            return newestFirst(query, 2, before, most);
        }
    }

    private List<Stored> withSigns(String signs, long conversation, Before before, int most) throws SQLException {
        try (PreparedStatement query = database.prepare(WITH_SIGNS)) {
            query.setString(1, signs);
            query.setLong(2, conversation);
            query.setLong(3, Math.min(lastNumber(before), count()) - LOOKED_THROUGH);
            return newestFirst(query, 4, before, most);
        }
    }

    private List<Stored> newestFirst(PreparedStatement query, int at, Before before, int most) throws SQLException {
        query.setLong(at, lastNumber(before));
        query.setLong(at + 1, Times.millis(before.time()));
        query.setInt(at + 2, most);
        return Rows.read(query);
    }

    private static int wanted(int limit) {
        return Math.max(1, Math.min(limit, LONGEST_PAGE));
    }

    /** One more than wanted was asked for: that one tells whether there are older ones. */
    private static Page newestLast(ConversationId conversation, String text, List<Stored> found, int wanted) {
        List<Stored> shown = new ArrayList<>(found.subList(0, Math.min(wanted, found.size())));
        Collections.reverse(shown);
        return new Page(conversation, text, shown, found.size() > wanted);
    }

    private static Page nothing(ConversationId conversation, String text) {
        return new Page(conversation, text, List.of(), false);
    }

    /** The highest number that may lie before the place. */
    private long lastNumber(Before before) throws SQLException {
        long byNumber = before.number() == Long.MIN_VALUE ? before.number() : before.number() - 1;
        if (before.time().equals(Instant.MAX)) {
            return byNumber;
        }
        try (PreparedStatement query = database.prepare("SELECT max(number) FROM"
                + " (SELECT number FROM message WHERE time < ? ORDER BY time DESC LIMIT " + DISORDER + ")")) {
            query.setLong(1, Times.millis(before.time()));
            try (ResultSet row = query.executeQuery()) {
                return Math.min(byNumber, row.next() ? row.getLong(1) : 0);
            }
        }
    }

    /** Up to {@code limit} messages with numbers after {@code after} and up to {@code last}, oldest first. */
    List<Stored> stretch(ConversationId conversation, long after, long last, int limit)
            throws SQLException, SeveralPeopleException {
        Optional<Long> number = number(conversation);
        if (number.isEmpty()) {
            return List.of();
        }
        String sql = number.get() == EVERY ? FROM_OLDEST : FROM_OLDEST_OF_CONVERSATION;
        try (PreparedStatement query = database.prepare(sql)) {
            query.setLong(1, number.get());
            query.setLong(2, after);
            query.setLong(3, last);
            query.setInt(4, limit);
            return Rows.read(query);
        }
    }

    /** Own messages that are not where they are to go, oldest first. */
    List<ChatMessage> pending() throws SQLException {
        try (PreparedStatement query = database.prepare(PENDING)) {
            return Rows.read(query).stream().map(Stored::message).toList();
        }
    }

    long count() throws SQLException {
        return database.number("SELECT max(number) FROM message");
    }

    /** EVERY for HOME; empty for a conversation in which nothing was ever said. */
    private Optional<Long> number(ConversationId conversation) throws SQLException, SeveralPeopleException {
        return conversation.equals(ConversationId.HOME) ? Optional.of(EVERY) : conversations.find(conversation);
    }
}
