package lanline.edge.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import lanline.core.model.ChatMessage;
import org.jspecify.annotations.Nullable;

/**
 * {@code chat.log}: every message as a readable line, appended once its fate in the database is known, so that it holds what the
 * database could not take, too. Lives on the store thread.
 */
final class TextLog implements AutoCloseable {
    private static final String NAME = "chat.log";

    private final Path path;
    private final TextLine line;
    private @Nullable FileChannel file;
    private boolean lineIsCutOff;

    TextLog(Path hostDirectory, ZoneId zone) {
        path = hostDirectory.resolve(NAME);
        line = new TextLine(zone);
    }

    /** Appends; after an exception the next call tries again with its own messages. */
    void append(List<ChatMessage> messages) throws IOException {
        if (messages.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        FileChannel open = file();
        if (lineIsCutOff) {
            lines.append('\n');
        }
        messages.forEach(message -> lines.append(line.ofLog(message)));
        lineIsCutOff = true;
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
        lineIsCutOff = false;
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            FileChannel opened = PrivateFile.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lineIsCutOff = endsInsideALine();
            file = opened;
        }
        return file;
    }

    /** A crash or a full disk may have cut the last line off. */
    private boolean endsInsideALine() throws IOException {
        try (FileChannel written = PrivateFile.open(path, StandardOpenOption.READ)) {
            if (written.size() == 0) {
                return false;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            written.read(last, written.size() - 1);
            return last.get(0) != '\n';
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // All that was appended went to the system at once; closing has nothing left to write.
        }
    }
}
