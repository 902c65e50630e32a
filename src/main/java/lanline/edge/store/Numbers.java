package lanline.edge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers under which rarely new things (conversations, correspondents) stand in message rows. Lives on the store thread. */
final class Numbers implements AutoCloseable {
    /** The most recently used ones are remembered, the others looked up again: a flood of names costs time, not memory. */
    private static final int REMEMBERED = 1_000;

    private final PreparedStatement select;
    private final PreparedStatement insert;

    private final Map<List<String>, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    Numbers(Database database, String select, String insert) throws SQLException {
        this.select = database.prepare(select);
        this.insert = database.prepare(insert);
    }

    long of(String... columns) throws SQLException {
        List<String> key = List.of(columns);
        Long number = known.get(key);
        if (number == null) {
            long found = ask(select, key);
            number = found > 0 ? found : ask(insert, key);
            known.put(key, number);
        }
        return number;
    }

    @Override
    public void close() {
        Database.close(select);
        Database.close(insert);
    }

    private static long ask(PreparedStatement statement, List<String> columns) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            statement.setString(i + 1, columns.get(i));
        }
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
