package lanline.core.session;

import java.util.Optional;
import java.util.Random;
import lanline.core.model.Bytes;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.port.KeySource;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.noise.X25519KeyPair;

/** Somebody in a test, with the same keys in each run. */
record Person(Claim claim, IdentityKeyPair identity, X25519KeyPair session, KeySource keys) {
    /** Of the keys that belong to one handshake. */
    private static final long AGAIN = 99;

    static final Admission EVERYBODY = (claim, suite) -> Optional.empty();

    static Person ece() {
        return of("Ece", 1);
    }

    static Person ali() {
        return of("Ali", 2);
    }

    /** In the middle, with keys of its own. */
    static Person mallory() {
        return of("Mallory", 3);
    }

    static Person of(String name, long seed) {
        KeySource keys = seeded(seed);
        IdentityKeyPair identity = IdentityKeyPair.generate(keys);
        Claim.Run run = new Claim.Run(InstanceId.random(new Random(seed)), 1_800_000_000_000L + seed, 7 * seed);
        Claim claim = new Claim(identity.id(), Nickname.fromPeer(name), 6_001, run);
        return new Person(claim, identity, X25519KeyPair.generate(keys), keys);
    }

    private static KeySource seeded(long seed) {
        Random random = new Random(seed);
        return random::nextBytes;
    }

    LanlineId id() {
        return identity.id();
    }

    OwnSide side() {
        return side(EVERYBODY);
    }

    OwnSide side(Admission admission) {
        return new OwnSide(identity, session, keys, () -> claim, admission);
    }

    /** The same person, with the same keys for the next handshake each time. */
    Person again() {
        return new Person(claim, identity, session, seeded(AGAIN + claim.run().counter()));
    }

    /** The same person, who says something else of itself. */
    Person claiming(Claim other) {
        return new Person(other, identity, session, keys);
    }

    static Bytes bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Bytes.copyOf(bytes);
    }
}
