package lanline.core.session;

import java.util.function.Supplier;
import lanline.core.port.KeySource;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.noise.X25519KeyPair;

/**
 * Our side of every session of a run.
 *
 * @param identity signs that {@code session} is ours
 * @param session the static key of Noise, new in each run
 * @param claim what we say of ourselves, now
 */
public record OwnSide(
        IdentityKeyPair identity, X25519KeyPair session, KeySource keys, Supplier<Claim> claim, Admission admission) {}
