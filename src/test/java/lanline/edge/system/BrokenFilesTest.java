package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Pin;
import lanline.core.model.Trust;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.Passphrase;
import org.junit.jupiter.api.Test;

/** Whatever a disk, an editor or somebody else has made of a file: it is read, or refused with a reason; nothing else happens. */
class BrokenFilesTest {
    private static final int TRIES = 20_000;

    private final Random random = new Random(5);

    @Test
    void aDamagedListOfPeopleIsReadOrRefused() {
        byte[] whole = PinRows.write(List.of(new KeptPin(pin(), 7), new KeptPin(pin(), 0)));
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            try {
                assertFalse(PinRows.read(damaged(whole)).size() > 2);
            } catch (UnfitFileException broken) {
                refused++;
            }
        }
        assertTrue(refused > TRIES / 2, "refused " + refused);
    }

    @Test
    void aDamagedIdentityIsReadOrRefusedAndNeverAnotherKey() {
        StoredIdentity mine = StoredIdentity.made(random);
        StoredIdentity locked = StoredIdentity.made(random);
        locked.protect(new Passphrase(new char[] {'x'}), random);
        for (StoredIdentity each : List.of(mine, locked)) {
            int refused = 0;
            for (int i = 0; i < TRIES / 10; i++) {
                try {
                    StoredIdentity read = StoredIdentity.read(damaged(each.write()), random);
                    read.key().ifPresent(key -> assertEquals(read.id(), key.id()));
                } catch (MalformedJsonException | UnfitFileException broken) {
                    refused++;
                }
            }
            assertTrue(refused > TRIES / 20, "refused " + refused);
        }
    }

    /** Some bytes are others, or a piece is missing. */
    private byte[] damaged(byte[] whole) {
        byte[] damaged = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : "{}[]\":,\\0-9.eE".getBytes(StandardCharsets.US_ASCII)[random.nextInt(14)];
        }
        return random.nextInt(4) > 0 ? damaged : Arrays.copyOf(damaged, random.nextInt(damaged.length));
    }

    private Pin pin() {
        Instant met = Instant.ofEpochMilli(1_700_000_000_000L);
        return new Pin(
                IdentityKeyPair.generate(random::nextBytes).id(),
                Nickname.fromPeer("Âli \" \\ 中"),
                Trust.VERIFIED,
                new Pin.Seen(met, met, 2, met.toEpochMilli()),
                new Endpoint(new HostAddress("fe80::1%eth0"), 6_001));
    }
}
