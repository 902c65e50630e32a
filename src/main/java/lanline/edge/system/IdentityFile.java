package lanline.edge.system;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;

/**
 * {@code identity.json}: who this person is in every run. Read and rewritten once a start, on its owner's thread, which waits for
 * the disk.
 *
 * <pre>
 *   locked ── unlock, the right passphrase ──► open ── use ──► written, with this run's epoch        without a box: open at once
 * </pre>
 */
public final class IdentityFile {
    private static final String NAME = "identity.json";

    /** A key and its box have some hundred bytes; a larger file is none of ours. */
    private static final int LARGEST = 65_536;

    private final HomeFolder home;
    private final Path file;
    private final RandomGenerator random;
    private final long nowMillis;
    private final List<SafeText> notices = new ArrayList<>();

    /** False while something stands in the file's place that must not be overwritten. */
    private boolean isPlaceFree = true;

    private final StoredIdentity identity;

    private IdentityFile(HomeFolder home, RandomGenerator random, long nowMillis) {
        this.home = home;
        this.file = home.folder().resolve(NAME);
        this.random = random;
        this.nowMillis = nowMillis;
        this.identity = readOrMake();
    }

    /**
     * What was read or made, and what people should know about that.
     *
     * @param epoch this run's, in milliseconds, above that of every earlier run ({@code decisions.md} 17)
     */
    public record Opened(SelfDescription.Identity identity, IdentityKeyPair key, long epoch, List<SafeText> notices) {
        public Opened {
            notices = List.copyOf(notices);
        }
    }

    /** Whether a passphrase will be asked for: a look that loads next to nothing, for before the first frame. */
    public static boolean isLocked(HomeFolder home) {
        try (JsonParser parser =
                new JsonFactory().createParser(SafeFiles.read(home.folder().resolve(NAME), LARGEST))) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("box")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException absentOrBroken) {
            // Reading it in earnest tells what of it people should know.
            return false;
        }
    }

    /** Always gives an identity: the stored one, else a new one, which is kept if it can be. */
    public static IdentityFile read(HomeFolder home, RandomGenerator random, long nowMillis) {
        return new IdentityFile(home, random, nowMillis);
    }

    /** The same, for when there is no passphrase. */
    public static Opened open(HomeFolder home, RandomGenerator random, long nowMillis) {
        return read(home, random, nowMillis).use();
    }

    private StoredIdentity readOrMake() {
        try {
            return StoredIdentity.read(SafeFiles.read(file, LARGEST), random);
        } catch (NoSuchFileException firstStart) {
            return make();
        } catch (MalformedJsonException | UnfitFileException broken) {
            setAside(Objects.requireNonNullElse(broken.getMessage(), "it is damaged"));
            return make();
        } catch (IOException unreadable) {
            isPlaceFree = false;
            notices.add(SafeText.line("Your identity in " + file + " can't be read (" + FileProblem.of(unreadable)
                    + "): in this run others see you as somebody new."));
            return StoredIdentity.made(random);
        }
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

    /** On two machines that share the home and start for the first time at once, one of the two is made first, and holds for both. */
    private StoredIdentity make() {
        StoredIdentity made = StoredIdentity.made(random);
        if (!home.isWritable() || !isPlaceFree) {
            return made;
        }
        try {
            SafeFiles.create(file, made.write());
            return made;
        } catch (FileAlreadyExistsException another) {
            return readOrMake();
        } catch (IOException unwritten) {
            // Written once more when it is used, which then says so.
            return made;
        }
    }

    public boolean isLocked() {
        return identity.key().isEmpty();
    }

    /** Opens the box; false if it is another passphrase, which takes some tenths of a second to find out. */
    public boolean unlock(Passphrase passphrase) {
        return identity.unlock(passphrase);
    }

    /** Takes it for a run. It must not be locked. */
    public Opened use() {
        IdentityKeyPair key = identity.key().orElseThrow();
        long epoch = identity.nextEpoch(nowMillis);
        if (home.isWritable() && isPlaceFree) {
            keep();
        }
        SelfDescription.Identity self = new SelfDescription.Identity(identity.id(), identity.uuid());
        return new Opened(self, key, epoch, notices);
    }

    private void keep() {
        try {
            SafeFiles.replace(file, identity.write());
        } catch (IOException unwritten) {
            notices.add(SafeText.line("Your identity can't be written to " + file + " (" + FileProblem.of(unwritten)
                    + "): at the next start others may see you as somebody new."));
        }
    }

    /** Keeps the key behind {@code passphrase} from now on; an empty one takes the protection away. It must not be locked. */
    public void protect(Passphrase passphrase) throws IOException {
        if (!home.isWritable() || !isPlaceFree) {
            throw new UnfitFileException("it can't be written");
        }
        identity.protect(passphrase, random);
        SafeFiles.replace(file, identity.write());
    }
}
