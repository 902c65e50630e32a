package lanline.edge.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.json.JsonText;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.text.SafeText;

/**
 * {@code identity.json}: who this person is in every run. Read and rewritten once a start, on the caller's thread, which waits for
 * the disk.
 *
 * <pre>{"id": 32 hexadecimal digits, "uuid": as older programs expect one, "epoch": the highest used so far}</pre>
 *
 * Other keys are kept: a later version wrote them.
 */
public final class IdentityFile {
    private static final String NAME = "identity.json";

    /** A key and its box have some hundred bytes; a larger file is none of ours. */
    private static final int LARGEST = 65_536;

    private final Path file;
    private final RandomGenerator random;
    private final long nowMillis;
    private final List<SafeText> notices = new ArrayList<>();

    /** False while something stands in the file's place that must not be overwritten. */
    private boolean isPlaceFree = true;

    private IdentityFile(Path file, RandomGenerator random, long nowMillis) {
        this.file = file;
        this.random = random;
        this.nowMillis = nowMillis;
    }

    /**
     * What was read or made, and what people should know about that. {@code epoch}: this run's, in milliseconds, above that of every
     * earlier run ({@code decisions.md} 17).
     */
    public record Opened(SelfDescription.Identity identity, long epoch, List<SafeText> notices) {
        public Opened {
            notices = List.copyOf(notices);
        }
    }

    /** Always gives an identity: the stored one, else a new one, which is kept if it can be. */
    public static Opened open(HomeFolder home, RandomGenerator random, long nowMillis) {
        IdentityFile opening = new IdentityFile(home.folder().resolve(NAME), random, nowMillis);
        ObjectNode content = opening.readOrMake();
        long epoch = Math.max(content.path("epoch").asLong() + 1, nowMillis);
        if (home.isWritable() && opening.isPlaceFree) {
            opening.keep(content.put("epoch", epoch));
        }
        LanlineId id = new LanlineId(content.path("id").asText());
        return new Opened(new SelfDescription.Identity(id, content.path("uuid").asText()), epoch, opening.notices);
    }

    private ObjectNode readOrMake() {
        try {
            ObjectNode content = StrictJson.object(Bytes.copyOf(SafeFiles.read(file, LARGEST)));
            requireWhole(content);
            return content;
        } catch (NoSuchFileException firstStart) {
            return made();
        } catch (MalformedJsonException | UnfitFileException broken) {
            setAside(Objects.requireNonNullElse(broken.getMessage(), "it is damaged"));
            return made();
        } catch (IOException unreadable) {
            isPlaceFree = false;
            notices.add(SafeText.line("Your identity in " + file + " can't be read (" + FileProblem.of(unreadable)
                    + "): in this run others see you as somebody new."));
            return made();
        }
    }

    private static void requireWhole(ObjectNode content) throws UnfitFileException {
        if (LanlineId.parse(content.path("id").asText("")).isEmpty()) {
            throw new UnfitFileException("\"id\" is not 32 hexadecimal digits");
        }
        if (!content.path("uuid").asText("").matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new UnfitFileException("\"uuid\" is no UUID");
        }
        if (!content.path("epoch").canConvertToLong() || content.path("epoch").asLong() < 0) {
            throw new UnfitFileException("\"epoch\" is no number of milliseconds");
        }
    }

    private ObjectNode made() {
        ObjectNode content = JsonText.object();
        content.put("id", IdentityKeyPair.generate(random::nextBytes).id().text());
        content.put("uuid", randomUuid().toString());
        content.put("epoch", 0L);
        return content;
    }

    /** Version 4, random (RFC 9562 section 5.4). */
    private UUID randomUuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 1L << 63;
        return new UUID(high, low);
    }

    private void setAside(String why) {
        Path aside = file.resolveSibling(NAME + ".broken-" + nowMillis);
        try {
            Files.move(file, aside);
            notices.add(SafeText.line("Your identity in " + file + " is broken (" + why + "). It is kept as "
                    + aside.getFileName() + "; others see you as somebody new."));
        } catch (IOException stuck) {
            isPlaceFree = false;
            notices.add(SafeText.line("Your identity in " + file + " is broken (" + why
                    + ") and can't be set aside: in this run others see you as somebody new."));
        }
    }

    private void keep(ObjectNode content) {
        byte[] line = (JsonText.write(content).toText() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            SafeFiles.replace(file, line);
        } catch (IOException unwritten) {
            notices.add(SafeText.line("Your identity can't be written to " + file + " (" + FileProblem.of(unwritten)
                    + "): at the next start others may see you as somebody new."));
        }
    }
}
