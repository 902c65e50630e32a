package lanline.edge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.model.ChatMessage;
import lanline.core.model.Correspondent;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;

/** Turns rows into messages. What stands in a file is as foreign as what comes from the network: it is cleaned again. */
final class Rows {
    static final String COLUMNS = "SELECT m.number, m.id, m.direction, m.text, m.time, m.state, m.reason,"
            + " c.peer, c.name, c.address, c.speaks, m.security ";

    private static final int ID_BYTES = 16;

    /** In the place of an address that this version can't read. */
    private static final HostAddress UNKNOWN_ADDRESS = new HostAddress("0.0.0.0");

    private Rows() {}

    static List<Stored> read(PreparedStatement query) throws SQLException {
        List<Stored> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Stored(rows.getLong(1), message(rows)));
            }
        }
        return found;
    }

    private static ChatMessage message(ResultSet row) throws SQLException {
        return new ChatMessage(
                id(row.getBytes(2)),
                word(Direction.class, row.getString(3)),
                correspondent(row),
                SafeText.message(text(row, 4)),
                Instant.ofEpochMilli(row.getLong(5)),
                new Delivery(word(Delivery.State.class, row.getString(6)), SafeText.line(text(row, 7))),
                Security.ofWord(text(row, 12)));
    }

    private static Correspondent correspondent(ResultSet row) throws SQLException {
        String peer = text(row, 8);
        if (peer.isEmpty()) {
            throw Fault.damaged("a message without a peer");
        }
        return new Correspondent(
                new PeerId(peer),
                Nickname.fromPeer(text(row, 9)),
                HostAddress.parse(text(row, 10)).orElse(UNKNOWN_ADDRESS),
                Speaks.ofWord(text(row, 11)));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw Fault.damaged("a message with a missing part");
        }
        return text;
    }

    private static MessageId id(byte[] bytes) throws SQLException {
        if (bytes == null || bytes.length != ID_BYTES) {
            throw Fault.damaged("a message without an id");
        }
        return new MessageId(HexFormat.of().formatHex(bytes));
    }

    private static <E extends Enum<E>> E word(Class<E> set, String word) throws SQLException {
        for (E value : set.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        throw Fault.damaged("a message in no known state");
    }
}
