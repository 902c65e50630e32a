package lanline.core.secure.noise;

import java.util.Arrays;
import lanline.core.port.KeySource;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;

/** A key of ours for one ML-KEM-768 exchange (FIPS 203). Immutable until it is wiped. */
final class MlKemKeyPair {
    static final int CIPHERTEXT_LENGTH = 1088;

    /** FIPS 203, section 7.1: the values d and z. */
    private static final int SEED_LENGTH = 64;

    private final MLKEMPrivateKeyParameters parameters;

    private MlKemKeyPair(MLKEMPrivateKeyParameters parameters) {
        this.parameters = parameters;
    }

    static MlKemKeyPair generate(KeySource keys) {
        byte[] seed = new byte[SEED_LENGTH];
        keys.fill(seed);
        MlKemKeyPair pair = new MlKemKeyPair(new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, seed));
        Arrays.fill(seed, (byte) 0);
        return pair;
    }

    byte[] publicKey() {
        return parameters.getPublicKey();
    }

    /** The secret in {@code ciphertext}; another, unpredictable one if it was not made for this key, so that the next tag fails. */
    byte[] decapsulate(byte[] ciphertext) {
        return new MLKEMExtractor(parameters).extractSecret(ciphertext);
    }

    void wipe() {
        parameters.destroy();
    }
}
