package lanline.edge.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import lanline.core.dialect.json.JsonText;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.dialect.json.StrictJson;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.Passphrase;
import lanline.core.secure.PassphraseBox;
import lanline.core.secure.PassphraseBox.Cost;
import lanline.core.secure.Signatures;
import lanline.core.secure.UnusableBoxException;

/**
 * What stands in {@code identity.json}. On its owner's thread.
 *
 * <pre>
 *   {"id": public key, "seed": 32 bytes in base64url | "box": {"memory", "passes", "lanes", "salt", "nonce", "sealed"},
 *    "uuid": as older programs expect one, "epoch": the highest used so far}
 * </pre>
 *
 * Other keys are kept: a later version wrote them.
 */
final class StoredIdentity {
    private static final String ID_BEFORE_KEYS = "[0-9a-f]{32}";

    private final ObjectNode content;

    /** A box has none until somebody has opened it. */
    private Optional<IdentityKeyPair> key;

    private StoredIdentity(ObjectNode content, Optional<IdentityKeyPair> key) {
        this.content = content;
        this.key = key;
    }

    static StoredIdentity made(RandomGenerator random) {
        ObjectNode content = JsonText.object();
        IdentityKeyPair key = IdentityKeyPair.generate(random::nextBytes);
        content.put("id", key.id().text());
        putSeed(content, key);
        content.put("uuid", randomUuid(random).toString());
        content.put("epoch", 0L);
        return new StoredIdentity(content, Optional.of(key));
    }

    /** Version 4, random (RFC 9562 section 5.4). */
    private static UUID randomUuid(RandomGenerator random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 1L << 63;
        return new UUID(high, low);
    }

    /** Reads a file; in one from before there were keys a key of {@code random} takes the place of the id, which proved nothing. */
    static StoredIdentity read(byte[] file, RandomGenerator random) throws MalformedJsonException, UnfitFileException {
        ObjectNode content = StrictJson.object(Bytes.copyOf(file));
        if (!content.path("uuid").asText("").matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new UnfitFileException("\"uuid\" is no UUID");
        }
        if (!content.path("epoch").canConvertToLong() || content.path("epoch").asLong() < 0) {
            throw new UnfitFileException("\"epoch\" is no number of milliseconds");
        }
        if (content.path("id").asText("").matches(ID_BEFORE_KEYS)) {
            return ofBeforeKeys(content, random);
        }
        Optional<IdentityKeyPair> key = content.has("box") ? Optional.empty() : Optional.of(keyIn(content));
        StoredIdentity read = new StoredIdentity(content, key);
        read.requireSound();
        return read;
    }

    private static StoredIdentity ofBeforeKeys(ObjectNode content, RandomGenerator random) {
        IdentityKeyPair key = IdentityKeyPair.generate(random::nextBytes);
        content.put("id", key.id().text());
        putSeed(content, key);
        return new StoredIdentity(content, Optional.of(key));
    }

    private static IdentityKeyPair keyIn(ObjectNode content) throws UnfitFileException {
        byte[] seed = bytes(content, "seed").toArray();
        if (seed.length != IdentityKeyPair.SEED_LENGTH) {
            throw new UnfitFileException("\"seed\" is no key");
        }
        IdentityKeyPair key = IdentityKeyPair.of(seed);
        Arrays.fill(seed, (byte) 0);
        return key;
    }

    private void requireSound() throws UnfitFileException {
        Optional<LanlineId> id = LanlineId.parse(content.path("id").asText(""));
        if (id.isEmpty()) {
            throw new UnfitFileException("\"id\" is no key");
        }
        if (!Signatures.isSound(id.get())) {
            throw new UnfitFileException("\"id\" is a key that protects nothing");
        }
        if (key.isPresent() && !key.get().id().equals(id.get())) {
            throw new UnfitFileException("\"id\" is not the key that belongs to \"seed\"");
        }
        if (key.isEmpty()) {
            if (content.has("seed")) {
                throw new UnfitFileException("it has a \"seed\" beside its \"box\"");
            }
            box();
        }
    }

    private PassphraseBox box() throws UnfitFileException {
        JsonNode box = content.path("box");
        Cost cost = new Cost(number(box, "memory"), number(box, "passes"), number(box, "lanes"));
        try {
            return PassphraseBox.of(cost, bytes(box, "salt"), bytes(box, "nonce"), bytes(box, "sealed"));
        } catch (UnusableBoxException unusable) {
            throw new UnfitFileException(String.valueOf(unusable.getMessage()));
        }
    }

    private static int number(JsonNode box, String name) throws UnfitFileException {
        if (!box.path(name).isInt()) {
            throw new UnfitFileException("\"" + name + "\" of its passphrase box is no number that can be");
        }
        return box.path(name).asInt();
    }

    private static Bytes bytes(JsonNode in, String name) throws UnfitFileException {
        try {
            return Bytes.copyOf(Base64.getUrlDecoder().decode(in.path(name).asText("")));
        } catch (IllegalArgumentException noBase64) {
            throw new UnfitFileException("\"" + name + "\" is not in base64url");
        }
    }

    LanlineId id() {
        return new LanlineId(content.path("id").asText());
    }

    String uuid() {
        return content.path("uuid").asText();
    }

    /** This run's, in milliseconds, above that of every earlier run ({@code decisions.md} 17). */
    long nextEpoch(long nowMillis) {
        long epoch = Math.max(content.path("epoch").asLong() + 1, nowMillis);
        content.put("epoch", epoch);
        return epoch;
    }

    /** Empty while a passphrase keeps it. */
    Optional<IdentityKeyPair> key() {
        return key;
    }

    /** False if it is another passphrase. */
    boolean unlock(Passphrase passphrase) {
        Optional<byte[]> seed = openBox(passphrase);
        if (seed.isPresent()) {
            key = Optional.of(IdentityKeyPair.of(seed.get()));
            Arrays.fill(seed.get(), (byte) 0);
        }
        return seed.isPresent();
    }

    private Optional<byte[]> openBox(Passphrase passphrase) {
        try {
            return box().open(id().key(), passphrase).filter(seed -> seed.length == IdentityKeyPair.SEED_LENGTH);
        } catch (UnfitFileException bug) {
            throw new IllegalStateException("the box was looked at when it was read", bug);
        }
    }

    /** An empty one takes the box away. The key must be open. */
    void protect(Passphrase passphrase, RandomGenerator random) {
        IdentityKeyPair open = key.orElseThrow();
        content.remove("box");
        content.remove("seed");
        if (passphrase.isEmpty()) {
            putSeed(content, open);
            return;
        }
        byte[] seed = open.seed();
        PassphraseBox box = PassphraseBox.seal(seed, id().key(), passphrase, random::nextBytes);
        Arrays.fill(seed, (byte) 0);
        content.putObject("box")
                .put("memory", box.cost().kibibytes())
                .put("passes", box.cost().passes())
                .put("lanes", box.cost().lanes())
                .put("salt", text(box.salt()))
                .put("nonce", text(box.nonce()))
                .put("sealed", text(box.sealed()));
    }

    private static void putSeed(ObjectNode content, IdentityKeyPair key) {
        byte[] seed = key.seed();
        content.put("seed", text(Bytes.copyOf(seed)));
        Arrays.fill(seed, (byte) 0);
    }

    private static String text(Bytes bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
    }

    byte[] write() {
        return (JsonText.write(content).toText() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
