package lanline.core.secure.noise;

import java.util.function.Supplier;
import lanline.core.model.Bytes;

/** A state of a handshake with its way out, which can be taken once. On its owner's thread. */
abstract class Step {
    private final HandshakeState handshake;
    private boolean left;

    Step(HandshakeState handshake) {
        this.handshake = handshake;
    }

    /** Ends the handshake here, when the connection has gone or took too long: its secrets are wiped. Does nothing once the state was left. */
    public final void abandon() {
        if (!left) {
            left = true;
            handshake.wipe();
        }
    }

    final HandshakeState leave() {
        if (left) {
            throw new IllegalStateException(getClass().getSimpleName() + " was left before");
        }
        left = true;
        return handshake;
    }

    /** Reads a message with which the other side shows its static key. */
    static <S> Reading<Introduction<S>> introduction(HandshakeState handshake, Bytes message, Supplier<S> next) {
        try {
            HandshakeState.Read read = handshake.read(message);
            X25519PublicKey key = handshake.theirStatic();
            return new Reading.Accepted<>(new Introduction<>(key, read.payload(), read.hash(), next.get()));
        } catch (RefusedException refused) {
            return new Reading.Refused<>(refused.why());
        }
    }
}
