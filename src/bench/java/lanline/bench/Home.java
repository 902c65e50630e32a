package lanline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A home folder that is deleted in the end. */
final class Home implements AutoCloseable {
    private final Path folder;

    Home() throws IOException {
        folder = Files.createTempDirectory("lanline-bench-");
    }

    Path folder() {
        return folder;
    }

    /** The folder of this machine, which the program has made. */
    Path hostFolder() throws IOException {
        try (Stream<Path> hosts = Files.list(folder.resolve("hosts"))) {
            return hosts.findFirst().orElseThrow();
        }
    }

    /** Messages in the database. */
    long storedMessages() throws IOException, SQLException {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + hostFolder().resolve("history.db"));
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM message")) {
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
