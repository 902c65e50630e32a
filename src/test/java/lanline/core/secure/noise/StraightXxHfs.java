package lanline.core.secure.noise;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lanline.core.model.Bytes;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;

/**
 * XXhfs once more, from the specifications and without any class of ours: no interpreter, both sides at once, line after line, X25519 of the
 * JDK, ML-KEM straight from the library.
 */
final class StraightXxHfs {
    private static final byte[] BASE_POINT = Arrays.copyOf(new byte[] {9}, 32);

    private final Golden golden;
    private final Golden made;
    private byte[] h;
    private byte[] ck;
    private byte[] k;
    private int n;

    StraightXxHfs(Golden golden) {
        this.golden = golden;
        made = golden.inputs();
    }

    Golden handshake() throws Exception {
        byte[] is = golden.array("initiator static");
        byte[] ie = golden.array("initiator ephemeral");
        byte[] rs = golden.array("responder static");
        byte[] re = golden.array("responder ephemeral");
        var kem = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, golden.array("initiator kem"));
        var encapsulated = MLKEMGenerator.internalGenerateEncapsulated(
                kem.getPublicKeyParameters(), golden.array("responder kem"));

        h = sha256("Noise_XXhfs_25519+MLKEM768_AESGCM_SHA256".getBytes(StandardCharsets.US_ASCII));
        ck = h;
        mixHash(golden.array("prologue"));

        byte[] e = publicKey(ie);
        byte[] e1 = kem.getPublicKey();
        mixHash(e);
        mixHash(e1);
        mixHash();
        put("message 1", e, e1);

        e = publicKey(re);
        mixHash(e);
        mixKey(agreement(ie, publicKey(re)));
        byte[] ekem1 = encryptAndHash(encapsulated.getEncapsulation());
        mixKey(encapsulated.getSecret());
        byte[] s = encryptAndHash(publicKey(rs));
        mixKey(agreement(rs, publicKey(ie)));
        put("message 2", e, ekem1, s, encryptAndHash(golden.array("payload 2")));

        s = encryptAndHash(publicKey(is));
        mixKey(agreement(is, publicKey(re)));
        put("message 3", s, encryptAndHash(golden.array("payload 3")));
        put("binding", h);
        transport();
        return made;
    }

    private void transport() throws Exception {
        byte[] temporary = hmac(ck);
        byte[] fromInitiator = hmac(temporary, new byte[] {1});
        byte[] fromResponder = hmac(temporary, fromInitiator, new byte[] {2});
        for (int i = 0; i < 2; i++) {
            put("initiator sealed " + (i + 1), aesGcm(fromInitiator, i, new byte[0], golden.array("text")));
            put("responder sealed " + (i + 1), aesGcm(fromResponder, i, new byte[0], golden.array("text")));
        }
    }

    private void put(String field, byte[]... parts) {
        made.put(field, Bytes.copyOf(joined(parts)));
    }

    private void mixHash(byte[]... data) throws Exception {
        h = sha256(h, joined(data));
    }

    private void mixKey(byte[] secret) throws Exception {
        byte[] temporary = hmac(ck, secret);
        ck = hmac(temporary, new byte[] {1});
        k = hmac(temporary, ck, new byte[] {2});
        n = 0;
    }

    private byte[] encryptAndHash(byte[] plaintext) throws Exception {
        byte[] sealed = aesGcm(k, n++, h, plaintext);
        mixHash(sealed);
        return sealed;
    }

    private static byte[] aesGcm(byte[] key, int number, byte[] ad, byte[] plaintext) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = new byte[12];
        nonce[11] = (byte) number;
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(ad);
        return cipher.doFinal(plaintext);
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(joined(parts));
    }

    private static byte[] hmac(byte[] key, byte[]... parts) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(joined(parts));
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

    private static byte[] publicKey(byte[] secret) throws Exception {
        return agreement(secret, BASE_POINT);
    }

    private static byte[] agreement(byte[] secret, byte[] point) throws Exception {
        KeyFactory keys = KeyFactory.getInstance("XDH");
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
        agreement.doPhase(
                keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, littleEndian(point))), true);
        return agreement.generateSecret();
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }
}
