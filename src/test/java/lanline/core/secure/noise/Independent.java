package lanline.core.secure.noise;

import com.southernstorm.noise.protocol.CipherState;
import com.southernstorm.noise.protocol.HandshakeState;
import java.util.Arrays;
import lanline.core.model.Bytes;
import org.jspecify.annotations.Nullable;

/** One side of XX as noise-java does it. */
final class Independent {
    private static final int MAX_MESSAGE = 65_535;

    private final HandshakeState handshake;
    private @Nullable CipherState sending;
    private @Nullable CipherState receiving;

    /** {@code ephemeral}: fixed, or null for one that the library makes. */
    Independent(boolean initiator, Bytes prologue, byte[] staticSecret, byte @Nullable [] ephemeral) throws Exception {
        handshake = new HandshakeState(
                Pattern.XX.protocolName(), initiator ? HandshakeState.INITIATOR : HandshakeState.RESPONDER);
        handshake.setPrologue(prologue.toArray(), 0, prologue.length());
        handshake.getLocalKeyPair().setPrivateKey(staticSecret, 0);
        if (ephemeral != null) {
            handshake.getFixedEphemeralKey().setPrivateKey(ephemeral, 0);
        }
        handshake.start();
    }

    Bytes write(Bytes payload) throws Exception {
        byte[] buffer = new byte[MAX_MESSAGE];
        int length = handshake.writeMessage(buffer, 0, payload.toArray(), 0, payload.length());
        return Bytes.copyOf(buffer, 0, length);
    }

    Bytes read(Bytes message) throws Exception {
        byte[] buffer = new byte[MAX_MESSAGE];
        return Bytes.copyOf(buffer, 0, handshake.readMessage(message.toArray(), 0, message.length(), buffer, 0));
    }

    Bytes theirStatic() {
        byte[] key = new byte[X25519PublicKey.LENGTH];
        handshake.getRemotePublicKey().getPublicKey(key, 0);
        return Bytes.copyOf(key);
    }

    /** The handshake hash; from here on there is {@link #seal} and {@link #open}. */
    Bytes split() {
        var pair = handshake.split();
        sending = pair.getSender();
        receiving = pair.getReceiver();
        return Bytes.copyOf(handshake.getHandshakeHash());
    }

    Bytes seal(Bytes plaintext) throws Exception {
        byte[] buffer = Arrays.copyOf(plaintext.toArray(), plaintext.length() + 16);
        sending.encryptWithAd(null, buffer, 0, buffer, 0, plaintext.length());
        return Bytes.copyOf(buffer);
    }

    Bytes open(Bytes message) throws Exception {
        byte[] buffer = message.toArray();
        return Bytes.copyOf(buffer, 0, receiving.decryptWithAd(null, buffer, 0, buffer, 0, buffer.length));
    }
}
