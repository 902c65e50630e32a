package lanline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import lanline.core.text.SafeText;

/**
 * {@code hosts/HOST/error.log}: our own mistakes, for whoever mends them, and whatever a library prints; never the screen. Opened at
 * the first word, so that a good run leaves no file. Any thread: a record is one write.
 */
final class ErrorLog {
    /** A log that has grown beyond this is begun anew, the one before kept as {@code error.log.1}; in bytes. */
    private static final long LARGEST = 1024 * 1024;

    private final Path file;

    ErrorLog(Path hostFolder) {
        this.file = hostFolder.resolve("error.log");
    }

    /** Notes a mistake of ours with where it happened. */
    void note(Throwable mistake) {
        StringWriter trace = new StringWriter();
        mistake.printStackTrace(new PrintWriter(trace, true));
        write(trace.toString());
    }

    /** A stream whose lines go into the log, for code that prints. */
    PrintStream stream() {
        return new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
    }

    private void write(String text) {
        StringBuilder record = new StringBuilder();
        text.lines()
                .forEach(line -> record.append(Instant.now())
                        .append(' ')
                        .append(SafeText.line(line))
                        .append('\n'));
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) > LARGEST) {
                Files.move(file, file.resolveSibling("error.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(
                    file,
                    record.toString().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unwritable) {
            // There is no place left to complain in: the home can't be written, which people were told at the start.
        }
    }

    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int oneByte) {
            if (oneByte != '\n') {
                line.write(oneByte);
                return;
            }
            ErrorLog.this.write(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
