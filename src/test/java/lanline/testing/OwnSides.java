package lanline.testing;

import java.util.Random;
import lanline.core.model.InstanceId;
import lanline.core.model.Nickname;
import lanline.core.port.KeySource;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.session.Admission;
import lanline.core.session.Claim;
import lanline.core.session.OwnSide;

/** Sides of sessions, with keys made from seeds. */
public final class OwnSides {
    private OwnSides() {}

    /** {@code identity}, {@code run}: the seeds of the identity's key, and of what is new in each run. */
    public static OwnSide of(String name, int port, long identity, long run, Admission admission) {
        KeySource keys = seeded(1_000_000 + run);
        IdentityKeyPair key = IdentityKeyPair.generate(seeded(identity));
        Claim.Run started = new Claim.Run(InstanceId.random(new Random(run)), 1_000 + run, 0);
        Claim claim = new Claim(key.id(), Nickname.fromPeer(name), port, started);
        return new OwnSide(key, X25519KeyPair.generate(keys), keys, () -> claim, admission);
    }

    private static KeySource seeded(long seed) {
        Random random = new Random(seed);
        return random::nextBytes;
    }
}
