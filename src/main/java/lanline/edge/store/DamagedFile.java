package lanline.edge.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Sets a damaged database aside under another name, with all that belongs to it. Nothing is deleted. */
final class DamagedFile {
    private static final List<String> PARTS = List.of("", "-wal", "-shm");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private DamagedFile() {}

    /** Where it is now. */
    static Path setAside(Path file, ZonedDateTime now) throws IOException {
        Path aside = freeName(file, "history.damaged-" + STAMP.format(now));
        for (String part : PARTS) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (exists(from)) {
                Files.move(from, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        return aside;
    }

    /** Two within one second are told apart by a number. */
    private static Path freeName(Path file, String stem) {
        Path free = file.resolveSibling(stem + ".db");
        for (int next = 2; exists(free); next++) {
            free = file.resolveSibling(stem + "-" + next + ".db");
        }
        return free;
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
