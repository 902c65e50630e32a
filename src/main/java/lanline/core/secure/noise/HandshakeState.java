package lanline.core.secure.noise;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.port.KeySource;
import org.jspecify.annotations.Nullable;

/**
 * One side of one handshake: goes through the tokens of a pattern (Noise revision 34, section 5.3). On its owner's thread. For any pattern;
 * {@link XxInitiator} and {@link XxResponder} give the states of XX names.
 *
 * <pre>
 *   message 1 ── write or read ──► message 2 ── … ──► all done ── split ──► over
 *   any state ── a message is refused, or wipe ──► over
 *   wrong turn, or anything once it is over: IllegalStateException
 * </pre>
 */
final class HandshakeState {
    private final Pattern pattern;
    private final Role role;
    private final KeySource keys;
    private final SymmetricState symmetric;
    private int done;
    private boolean over;

    private final @Nullable X25519KeyPair ownStatic;
    private @Nullable X25519KeyPair ownEphemeral;
    private @Nullable MlKemKeyPair ownKem;
    private @Nullable X25519PublicKey theirStatic;
    private @Nullable X25519PublicKey theirEphemeral;
    private @Nullable MlKemPublicKey theirKem;

    /** The static keys: those that the pattern asks for, {@code theirStatic} only where it is known beforehand. */
    HandshakeState(
            Pattern pattern,
            Role role,
            Bytes prologue,
            KeySource keys,
            @Nullable X25519KeyPair ownStatic,
            @Nullable X25519PublicKey theirStatic) {
        this.pattern = pattern;
        this.role = role;
        this.keys = keys;
        this.ownStatic = ownStatic;
        this.theirStatic = theirStatic;
        symmetric = new SymmetricState(pattern.protocolName());
        symmetric.mixHash(prologue.toArray());
        for (Pattern.Message known : pattern.knownKeys()) {
            X25519PublicKey key = known.sender() == role ? present(ownStatic).publicKey() : present(theirStatic);
            symmetric.mixHash(key.encoded().toArray());
        }
    }

    /** What was in a message; {@code hash}: the handshake hash just before the payload, as {@link Payload} saw it. */
    record Read(Bytes payload, Bytes hash) {}

    Bytes write(Payload payload) {
        List<byte[]> parts = new ArrayList<>();
        for (Token token : take(true)) {
            write(token, parts);
        }
        parts.add(
                symmetric.encryptAndHash(payload.over(symmetric.handshakeHash()).toArray()));
        return join(parts);
    }

    private void write(Token token, List<byte[]> parts) {
        switch (token) {
            case E -> {
                ownEphemeral = X25519KeyPair.generate(keys);
                byte[] key = ownEphemeral.publicKey().encoded().toArray();
                symmetric.mixHash(key);
                parts.add(key);
            }
            case S ->
                parts.add(symmetric.encryptAndHash(
                        present(ownStatic).publicKey().encoded().toArray()));
            case E1 -> {
                ownKem = MlKemKeyPair.generate(keys);
                parts.add(symmetric.encryptAndHash(ownKem.publicKey()));
            }
            case EKEM1 -> {
                MlKemPublicKey.Encapsulation made = present(theirKem).encapsulate(keys);
                parts.add(symmetric.encryptAndHash(made.ciphertext()));
                symmetric.mixKey(made.secret());
            }
            case EE, ES, SE, SS -> mixAgreement(token);
        }
    }

    private static Bytes join(List<byte[]> parts) {
        ByteBuffer joined =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(joined::put);
        if (joined.capacity() > Transport.MAX_MESSAGE) {
            throw new IllegalArgumentException("a payload too large for a message of " + Transport.MAX_MESSAGE);
        }
        return Bytes.copyOf(joined.array());
    }

    Read read(Bytes message) throws RefusedException {
        List<Token> tokens = take(false);
        try {
            if (message.length() > Transport.MAX_MESSAGE) {
                throw new RefusedException("a message of " + message.length() + " bytes is longer than any can be");
            }
            ByteBuffer rest = ByteBuffer.wrap(message.toArray());
            for (Token token : tokens) {
                read(token, rest);
            }
            Bytes hash = symmetric.handshakeHash();
            return new Read(Bytes.copyOf(symmetric.decryptAndHash(next(rest, rest.remaining()))), hash);
        } catch (RefusedException refused) {
            wipe();
            throw refused;
        }
    }

    private void read(Token token, ByteBuffer rest) throws RefusedException {
        switch (token) {
            case E -> {
                byte[] key = next(rest, X25519PublicKey.LENGTH);
                symmetric.mixHash(key);
                theirEphemeral = X25519PublicKey.parse(key);
            }
            case S -> theirStatic = X25519PublicKey.parse(decrypted(rest, X25519PublicKey.LENGTH));
            case E1 -> theirKem = MlKemPublicKey.parse(decrypted(rest, MlKemPublicKey.LENGTH));
            case EKEM1 ->
                symmetric.mixKey(present(ownKem).decapsulate(decrypted(rest, MlKemKeyPair.CIPHERTEXT_LENGTH)));
            case EE, ES, SE, SS -> mixAgreement(token);
        }
    }

    private byte[] decrypted(ByteBuffer rest, int length) throws RefusedException {
        return symmetric.decryptAndHash(next(rest, symmetric.hasKey() ? length + CipherState.TAG_LENGTH : length));
    }

    private byte[] next(ByteBuffer rest, int length) throws RefusedException {
        if (rest.remaining() < length) {
            throw new RefusedException("message " + done + " of the handshake ends too early");
        }
        byte[] part = new byte[length];
        rest.get(part);
        return part;
    }

    private void mixAgreement(Token token) {
        boolean initiators = role == Role.INITIATOR;
        boolean firstIsStatic = token == Token.SE || token == Token.SS;
        boolean secondIsStatic = token == Token.ES || token == Token.SS;
        X25519KeyPair own = (initiators ? firstIsStatic : secondIsStatic) ? present(ownStatic) : present(ownEphemeral);
        X25519PublicKey theirs = present((initiators ? secondIsStatic : firstIsStatic) ? theirStatic : theirEphemeral);
        symmetric.mixKey(own.agree(theirs));
    }

    /** The other side's static key, once it has come. */
    X25519PublicKey theirStatic() {
        return present(theirStatic);
    }

    /** After the last message: the connection. Nothing secret remains here. */
    Transport split() {
        if (over || done < pattern.messages().size()) {
            throw new IllegalStateException("no handshake of " + pattern + " to split: " + where());
        }
        Transport transport = symmetric.split(role);
        wipe();
        return transport;
    }

    /** Ends it; what was made for this handshake alone is zero afterwards. The static key belongs to the caller. */
    void wipe() {
        over = true;
        symmetric.wipe();
        if (ownEphemeral != null) {
            ownEphemeral.wipe();
        }
        if (ownKem != null) {
            ownKem.wipe();
        }
    }

    /** The tokens of the next message, which is ours to write or not. */
    private List<Token> take(boolean writing) {
        if (over || done == pattern.messages().size()) {
            throw new IllegalStateException("no message of " + pattern + " is left: " + where());
        }
        Pattern.Message message = pattern.messages().get(done);
        if (writing != (message.sender() == role)) {
            throw new IllegalStateException("not the turn of " + (writing ? "writing" : "reading") + ": " + where());
        }
        done++;
        return message.tokens();
    }

    private String where() {
        return role + ", " + done + " messages done" + (over ? ", over" : "");
    }

    private static <T> T present(@Nullable T key) {
        if (key == null) {
            throw new IllegalStateException("the pattern asks for a key that was not given");
        }
        return key;
    }
}
