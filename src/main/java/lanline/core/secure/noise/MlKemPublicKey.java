package lanline.core.secure.noise;

import java.util.Arrays;
import javax.security.auth.DestroyFailedException;
import lanline.core.port.KeySource;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/** The other side's ML-KEM-768 key (FIPS 203). That there is one proves that it passed the check of section 7.2. */
final class MlKemPublicKey {
    static final int LENGTH = 1184;

    /** FIPS 203, section 6.2: the randomness of one encapsulation. */
    private static final int ENCAPSULATION_SEED = 32;

    private final MLKEMPublicKeyParameters parameters;

    private MlKemPublicKey(MLKEMPublicKeyParameters parameters) {
        this.parameters = parameters;
    }

    /** {@code encoded}: {@link #LENGTH} bytes from the other side. */
    static MlKemPublicKey parse(byte[] encoded) throws RefusedException {
        try {
            return new MlKemPublicKey(new MLKEMPublicKeyParameters(MLKEMParameters.ml_kem_768, encoded));
        } catch (IllegalArgumentException outOfRange) {
            // How the library says that a coefficient is not below 3329.
            throw new RefusedException("the other side sent what is no ML-KEM key (a number in it is out of range)");
        }
    }

    /** A new secret, and the only thing that opens it: {@code ciphertext}, for the other side. */
    Encapsulation encapsulate(KeySource keys) {
        byte[] seed = new byte[ENCAPSULATION_SEED];
        keys.fill(seed);
        SecretWithEncapsulation made = MLKEMGenerator.internalGenerateEncapsulated(parameters, seed);
        Encapsulation encapsulation = new Encapsulation(made.getSecret(), made.getEncapsulation());
        Arrays.fill(seed, (byte) 0);
        destroy(made);
        return encapsulation;
    }

    private static void destroy(SecretWithEncapsulation made) {
        try {
            made.destroy();
        } catch (DestroyFailedException bug) {
            throw new IllegalStateException("the library keeps a secret that it was to wipe", bug);
        }
    }

    /** A secret, which whoever takes it wipes, and its ciphertext. */
    static final class Encapsulation {
        private final byte[] secret;
        private final byte[] ciphertext;

        private Encapsulation(byte[] secret, byte[] ciphertext) {
            this.secret = secret;
            this.ciphertext = ciphertext;
        }

        byte[] secret() {
            return secret;
        }

        byte[] ciphertext() {
            return ciphertext;
        }
    }
}
