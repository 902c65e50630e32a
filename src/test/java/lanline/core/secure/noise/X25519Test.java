package lanline.core.secure.noise;

import static lanline.core.secure.noise.Answers.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import lanline.core.model.Bytes;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;

/** X25519 keys: RFC 7748, and the points with which nothing would be secret. */
class X25519Test {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /** The five of order 1 (and the point at infinity, which has no other encoding), 2, 4 and 8, on the curve or its twist. */
    private static final List<BigInteger> SMALL = List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            P.subtract(BigInteger.ONE),
            new BigInteger("325606250916557431795983626356110631294008115727848805560023387167927233504"),
            new BigInteger("39382357235489614581723060781553021112529911719440698176882885853963445705823"));

    @Test
    void agreesAsInRfc7748Section6() {
        X25519KeyPair alice = ScriptedKeys.pair("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        X25519KeyPair bob = ScriptedKeys.pair("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
        assertEquals(
                ScriptedKeys.hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"),
                alice.publicKey().encoded());
        assertEquals(
                ScriptedKeys.hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"),
                bob.publicKey().encoded());
        Bytes shared = ScriptedKeys.hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        assertEquals(shared, Bytes.copyOf(alice.agree(bob.publicKey())));
        assertEquals(shared, Bytes.copyOf(bob.agree(alice.publicKey())));
    }

    @Test
    void noPointOfSmallOrderBecomesAKeyInAnyEncoding() {
        List<byte[]> encodings = encodings();
        assertEquals(14, encodings.size());
        for (byte[] point : encodings) {
            assertFalse(agrees(point), "the secret is zero");
            assertThrows(
                    RefusedException.class,
                    () -> X25519PublicKey.parse(point),
                    HexFormat.of().formatHex(point));
        }
    }

    /** All 256-bit numbers that X25519 takes as one of the small points: 255 bits count, and those from p on wrap around. */
    private static List<byte[]> encodings() {
        List<byte[]> encodings = new ArrayList<>();
        for (BigInteger small : SMALL) {
            for (BigInteger number : List.of(small, small.add(P))) {
                if (number.bitLength() <= 255) {
                    encodings.add(littleEndian(number));
                    encodings.add(littleEndian(number.setBit(255)));
                }
            }
        }
        return encodings;
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(Byte.SIZE * i).byteValue();
        }
        return bytes;
    }

    private static boolean agrees(byte[] point) {
        byte[] secret = new byte[32];
        new Random(1).nextBytes(secret);
        return X25519.calculateAgreement(secret, 0, point, 0, new byte[32], 0);
    }

    @Test
    void otherPointsBecomeKeysEvenUnusualOnes() throws Exception {
        Random random = new Random(7748);
        for (int i = 0; i < 1_000; i++) {
            byte[] point = new byte[32];
            random.nextBytes(point);
            assertEquals(Bytes.copyOf(point), X25519PublicKey.parse(point).encoded());
            assertTrue(agrees(point));
        }
    }

    @Test
    void aPointOfSmallOrderAsTheFreshKeyIsRefusedByEitherSide() {
        for (byte[] point : encodings()) {
            String why = refused(XxResponder.begin(Pattern.XX, Bytes.EMPTY, own(), ScriptedKeys.seeded(3))
                    .receive(Bytes.copyOf(point)));
            assertTrue(why.contains("small order"), why);
            var hello = XxInitiator.begin(Pattern.XX, Bytes.EMPTY, own(), ScriptedKeys.seeded(3))
                    .sendHello();
            why = refused(hello.next().receive(Bytes.copyOf(Arrays.copyOf(point, 200))));
            assertTrue(why.contains("small order"), why);
        }
    }

    /** The other side speaks Noise well, but with a worthless static key: all it takes is a secret of zero. */
    @Test
    void aPointOfSmallOrderAsTheStaticKeyIsRefused() throws Exception {
        for (byte[] point : encodings()) {
            var hello = XxInitiator.begin(Pattern.XX, Bytes.EMPTY, own(), ScriptedKeys.seeded(3))
                    .sendHello();
            X25519KeyPair ephemeral = X25519KeyPair.generate(ScriptedKeys.seeded(4));
            SymmetricState symmetric = new SymmetricState(Pattern.XX.protocolName());
            symmetric.mixHash(new byte[0]);
            symmetric.mixHash(hello.message().toArray());
            symmetric.mixHash(new byte[0]);
            byte[] e = ephemeral.publicKey().encoded().toArray();
            symmetric.mixHash(e);
            symmetric.mixKey(
                    ephemeral.agree(X25519PublicKey.parse(hello.message().toArray())));
            byte[] s = symmetric.encryptAndHash(point);
            symmetric.mixKey(new byte[32]);
            byte[] payload = symmetric.encryptAndHash(new byte[0]);
            byte[] answer = Arrays.copyOf(e, e.length + s.length + payload.length);
            System.arraycopy(s, 0, answer, e.length, s.length);
            System.arraycopy(payload, 0, answer, e.length + s.length, payload.length);
            String why = refused(hello.next().receive(Bytes.copyOf(answer)));
            assertTrue(why.contains("small order"), why);
        }
    }

    @Test
    void aWipedKeyAgreesNoMore() {
        X25519KeyPair pair = own();
        X25519PublicKey other = X25519KeyPair.generate(ScriptedKeys.seeded(6)).publicKey();
        pair.wipe();
        assertThrows(IllegalStateException.class, () -> pair.agree(other));
    }

    private static X25519KeyPair own() {
        return X25519KeyPair.generate(ScriptedKeys.seeded(5));
    }
}
