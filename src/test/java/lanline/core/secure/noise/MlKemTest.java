package lanline.core.secure.noise;

import static lanline.core.secure.noise.Answers.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import lanline.core.model.Bytes;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.junit.jupiter.api.Test;

/** ML-KEM-768 alone, against the library used directly, and inside XXhfs. */
class MlKemTest {
    private static final int TIMES = 100;

    @Test
    void whatIsEncapsulatedComesOutAgain() throws Exception {
        for (int seed = 0; seed < TIMES; seed++) {
            MlKemKeyPair pair = MlKemKeyPair.generate(ScriptedKeys.seeded(seed));
            var made = MlKemPublicKey.parse(pair.publicKey()).encapsulate(ScriptedKeys.seeded(seed + TIMES));
            assertEquals(MlKemPublicKey.LENGTH, pair.publicKey().length);
            assertEquals(MlKemKeyPair.CIPHERTEXT_LENGTH, made.ciphertext().length);
            assertArrayEquals(made.secret(), pair.decapsulate(made.ciphertext()));
        }
    }

    @Test
    void theLibrarysOwnKeysAndCiphertextsFit() throws Exception {
        SecureRandom random = new SecureRandom();
        MLKEMKeyPairGenerator generator = new MLKEMKeyPairGenerator();
        generator.init(new MLKEMKeyGenerationParameters(random, MLKEMParameters.ml_kem_768));
        for (int seed = 0; seed < TIMES; seed++) {
            var theirs = generator.generateKeyPair();
            byte[] key = ((MLKEMPublicKeyParameters) theirs.getPublic()).getEncoded();
            var made = MlKemPublicKey.parse(key).encapsulate(ScriptedKeys.seeded(seed));
            var extractor = new MLKEMExtractor((MLKEMPrivateKeyParameters) theirs.getPrivate());
            assertArrayEquals(made.secret(), extractor.extractSecret(made.ciphertext()));

            MlKemKeyPair ours = MlKemKeyPair.generate(ScriptedKeys.seeded(seed));
            var back = new MLKEMGenerator(random)
                    .generateEncapsulated(new MLKEMPublicKeyParameters(MLKEMParameters.ml_kem_768, ours.publicKey()));
            assertArrayEquals(back.getSecret(), ours.decapsulate(back.getEncapsulation()));
        }
    }

    @Test
    void aWrongCiphertextGivesAnotherSecretAndNothingElse() throws Exception {
        MlKemKeyPair pair = MlKemKeyPair.generate(ScriptedKeys.seeded(1));
        var made = MlKemPublicKey.parse(pair.publicKey()).encapsulate(ScriptedKeys.seeded(2));
        Random random = new Random(3);
        for (int i = 0; i < TIMES; i++) {
            byte[] wrong = made.ciphertext();
            wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            byte[] secret = pair.decapsulate(wrong);
            assertFalse(Arrays.equals(made.secret(), secret));
            assertArrayEquals(secret, pair.decapsulate(wrong), "the same each time");
        }
    }

    @Test
    void aNumberOutOfRangeIsNoKey() {
        byte[] key = MlKemKeyPair.generate(ScriptedKeys.seeded(1)).publicKey();
        // The first coefficient, 12 bits: 3329, the first that is too large (FIPS 203, section 7.2).
        key[0] = 0x01;
        key[1] = (byte) (key[1] & 0xf0 | 0x0d);
        assertThrows(RefusedException.class, () -> MlKemPublicKey.parse(key));
        Bytes hello = Bytes.copyOf(joined(own(), key));
        String why = refused(XxResponder.begin(
                        Pattern.XX_HFS,
                        Bytes.EMPTY,
                        X25519KeyPair.generate(ScriptedKeys.seeded(4)),
                        ScriptedKeys.seeded(5))
                .receive(hello));
        assertTrue(why.contains("ML-KEM"), why);
    }

    /** A side that knows X25519's secret, but not that of ML-KEM: it makes a good tag around a wrong ciphertext. */
    @Test
    void aWrongCiphertextUnderAGoodTagFailsAtTheNextTag() throws Exception {
        var hello = XxInitiator.begin(
                        Pattern.XX_HFS,
                        Bytes.EMPTY,
                        X25519KeyPair.generate(ScriptedKeys.seeded(4)),
                        ScriptedKeys.seeded(5))
                .sendHello();
        byte[] sent = hello.message().toArray();
        byte[] theirs = Arrays.copyOf(sent, X25519PublicKey.LENGTH);
        SymmetricState symmetric = new SymmetricState(Pattern.XX_HFS.protocolName());
        symmetric.mixHash(new byte[0]);
        symmetric.mixHash(theirs);
        symmetric.mixHash(Arrays.copyOfRange(sent, X25519PublicKey.LENGTH, sent.length));
        symmetric.mixHash(new byte[0]);
        X25519KeyPair ephemeral = X25519KeyPair.generate(ScriptedKeys.seeded(6));
        byte[] e = ephemeral.publicKey().encoded().toArray();
        symmetric.mixHash(e);
        symmetric.mixKey(ephemeral.agree(X25519PublicKey.parse(theirs)));
        var made = MlKemPublicKey.parse(Arrays.copyOfRange(sent, X25519PublicKey.LENGTH, sent.length))
                .encapsulate(ScriptedKeys.seeded(7));
        byte[] wrong = made.ciphertext();
        wrong[0] ^= 1;
        byte[] ekem1 = symmetric.encryptAndHash(wrong);
        symmetric.mixKey(made.secret());
        byte[] s = symmetric.encryptAndHash(own());
        String why = refused(hello.next().receive(Bytes.copyOf(joined(e, ekem1, s, new byte[16]))));
        assertTrue(why.contains("does not fit its key"), why);
    }

    private static byte[] own() {
        return X25519KeyPair.generate(ScriptedKeys.seeded(8))
                .publicKey()
                .encoded()
                .toArray();
    }

    private static byte[] joined(byte[]... parts) {
        byte[] joined = {};
        for (byte[] part : parts) {
            int end = joined.length;
            joined = Arrays.copyOf(joined, end + part.length);
            System.arraycopy(part, 0, joined, end, part.length);
        }
        return joined;
    }
}
