package lanline.edge.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;

/**
 * Writes messages. Lives on the store thread; the caller begins and ends transactions, and drops it when one
 * fails.
 *
 * <p>Nothing is ever deleted, so numbers rise without a gap and the highest is the count.
 */
final class MessageTable implements AutoCloseable {
    private final Numbers conversations;
    private final Numbers correspondents;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private long highest;

    MessageTable(Database database) throws SQLException {
        conversations = new Numbers(
                database,
                "SELECT number FROM conversation WHERE name = ?",
                "INSERT INTO conversation(name) VALUES (?) RETURNING number");
        correspondents = new Numbers(
                database,
                "SELECT number FROM correspondent WHERE peer = ? AND name = ? AND address = ? AND speaks = ?",
                "INSERT INTO correspondent(peer, name, address, speaks) VALUES (?, ?, ?, ?) RETURNING number");
        insert = database.prepare(
                "INSERT INTO message(number, id, conversation, correspondent, direction, text, time, state,"
                        + " reason, security) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id, conversation, direction) DO NOTHING");
        update = database.prepare("UPDATE message SET state = ?, reason = ? WHERE id = ? AND direction = 'sent'");
        highest = database.number("SELECT max(number) FROM message");
    }

    /**
     * Stores a message unless its id is known in that direction and conversation: another peer that repeats somebody's id can't
     * keep that one's message out.
     *
     * @return false if it was stored before
     */
    boolean insert(ChatMessage message) throws SQLException {
        long conversation = conversations.of(message.conversation().text());
        insert.setLong(1, highest + 1);
        insert.setBytes(2, bytes(message.id()));
        insert.setLong(3, conversation);
        insert.setLong(4, correspondent(message));
        insert.setString(5, word(message.direction()));
        insert.setString(6, message.text().value());
        insert.setLong(7, Times.millis(message.time()));
        insert.setString(8, word(message.delivery().state()));
        insert.setString(9, message.delivery().reason().value());
        insert.setString(10, message.security().word());
        if (insert.executeUpdate() == 0) {
            return false;
        }
        highest++;
        return true;
    }

    private long correspondent(ChatMessage message) throws SQLException {
        return correspondents.of(
                message.with().id().text(),
                message.with().name().shown().value(),
                message.with().address().text(),
                message.with().speaks().word());
    }

    void update(MessageId id, Delivery delivery) throws SQLException {
        update.setString(1, word(delivery.state()));
        update.setString(2, delivery.reason().value());
        update.setBytes(3, bytes(id));
        update.executeUpdate();
    }

    @Override
    public void close() {
        conversations.close();
        correspondents.close();
        List.of(insert, update).forEach(Database::close);
    }

    private static byte[] bytes(MessageId id) {
        return HexFormat.of().parseHex(id.text());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
