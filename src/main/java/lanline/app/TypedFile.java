package lanline.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.ConversationId;
import lanline.core.text.SafeText;
import lanline.edge.system.FileProblem;
import lanline.edge.system.HomeFolder;
import lanline.edge.system.SafeFiles;
import lanline.edge.terminal.input.KeptInput;

/**
 * Drafts and earlier inputs on the disk, {@code typed.jsonl} in the host's folder, mode 0600: a JSON object a conversation, a line
 * each, the one used last first. Waits for the disk.
 */
final class TypedFile {
    private static final String NAME = "typed.jsonl";

    /** Characters of all drafts, and of all earlier inputs; beyond it those of the conversations longest not used are not kept. */
    private static final int MOST_CHARS = 1 << 20;

    /** Bytes of a file that we wrote: two million characters of three bytes, and some escapes. A longer one is none of ours. */
    private static final int LARGEST = 8 << 20;

    private final Path file;
    private final boolean isWritable;

    TypedFile(HomeFolder home) {
        this.file = home.hostFolder().resolve(NAME);
        this.isWritable = home.isWritable();
    }

    /** What was read, and what people should know about that. */
    record Opened(List<KeptInput> kept, Optional<SafeText> notice) {}

    /** A file that is damaged is set aside under another name; what can be read of it is here all the same. */
    Opened open(long nowMillis) {
        List<KeptInput> kept = new ArrayList<>();
        try {
            int size = (int) Math.min(LARGEST, Files.size(file));
            String text = new String(SafeFiles.read(file, size), StandardCharsets.UTF_8);
            int number = 0;
            int broken = 0;
            for (String line : text.lines().toList()) {
                number++;
                Optional<KeptInput> read = read(line);
                read.ifPresent(kept::add);
                broken = read.isEmpty() && broken == 0 ? number : broken;
            }
            Optional<SafeText> notice =
                    broken == 0 ? Optional.empty() : Optional.of(setAside("line " + broken + " is damaged", nowMillis));
            return new Opened(kept, notice);
        } catch (NoSuchFileException nothingTyped) {
            return new Opened(kept, Optional.empty());
        } catch (IOException unreadable) {
            return new Opened(kept, Optional.of(setAside(FileProblem.of(unreadable), nowMillis)));
        }
    }

    private SafeText setAside(String why, long nowMillis) {
        Path aside = file.resolveSibling(NAME + ".damaged-" + nowMillis);
        String problem = "the drafts and earlier inputs in " + file + " can't all be read (" + why + ")";
        try {
            Files.move(file, aside);
            return SafeText.line(problem + "; what could be is here, and the file is kept as " + aside.getFileName());
        } catch (IOException stuck) {
            return SafeText.line(problem + "; what could be is here");
        }
    }

    private static Optional<KeptInput> read(String line) {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? Optional.of(readObject(parser)) : Optional.empty();
        } catch (IOException damaged) {
            // Told for the whole file, with the number of its first such line.
            return Optional.empty();
        }
    }

    private static KeptInput readObject(JsonParser parser) throws IOException {
        String with = "";
        String draft = "";
        List<String> inputs = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "with" -> with = text(parser);
                case "draft" -> draft = text(parser);
                case "inputs" -> inputs = readTexts(parser);
                default -> parser.skipChildren();
            }
        }
        if (with.isEmpty() || parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("there is no conversation, or no end");
        }
        return new KeptInput(new ConversationId(with), draft, inputs);
    }

    private static List<String> readTexts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(parser));
        }
        return texts;
    }

    private static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new IOException("a text is expected");
        }
        return parser.getText();
    }

    /** The sentence, where something of it can't be kept, says so. */
    Optional<SafeText> write(List<KeptInput> kept) {
        if (!isWritable) {
            return Optional.empty();
        }
        try {
            Room room = new Room();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (KeptInput each : kept) {
                write(bytes, room.fit(each));
            }
            SafeFiles.replace(file, bytes.toByteArray());
            return room.hadAllDrafts
                    ? Optional.empty()
                    : Optional.of(SafeText.line("the oldest drafts are not kept over a restart: they are too long"
                            + " all together; send or clear some"));
        } catch (IOException unwritten) {
            return Optional.of(SafeText.line("drafts and earlier inputs are not kept over a restart: " + file + ": "
                    + FileProblem.of(unwritten)));
        }
    }

    /** What still fits, the conversations used last before the others. Lives for one writing. */
    private static final class Room {
        private int draftChars;
        private int inputChars;
        private boolean hadAllDrafts = true;

        KeptInput fit(KeptInput all) {
            draftChars += all.draft().length();
            inputChars += all.inputs().stream().mapToInt(String::length).sum();
            boolean draftFits = draftChars <= MOST_CHARS;
            hadAllDrafts &= draftFits;
            return new KeptInput(
                    all.conversation(),
                    draftFits ? all.draft() : "",
                    inputChars <= MOST_CHARS ? all.inputs() : List.of());
        }
    }

    private static void write(ByteArrayOutputStream bytes, KeptInput kept) throws IOException {
        if (kept.isEmpty()) {
            return;
        }
        try (JsonGenerator generator = new JsonFactory().createGenerator(bytes)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            generator.writeStringField("with", kept.conversation().text());
            generator.writeStringField("draft", kept.draft());
            generator.writeArrayFieldStart("inputs");
            for (String input : kept.inputs()) {
                generator.writeString(input);
            }
            generator.writeEndArray();
            generator.writeEndObject();
            generator.writeRaw('\n');
        }
    }
}
