package lanline.core.secure.noise;

import lanline.core.model.Bytes;
import lanline.core.port.KeySource;

/**
 * The side that dials, in XX or XXhfs. Each state is a type with its one way out, so that a step out of turn doesn't compile; a state that is
 * used twice throws. On its owner's thread.
 *
 * <pre>
 *   Ready ── sendHello: message 1 ──► AwaitingAnswer ── receive: message 2 ──► Answered ── sendProof: message 3 ──► Transport
 *                                           │
 *                                           └──► Refused
 * </pre>
 */
public final class XxInitiator {
    private XxInitiator() {}

    /** {@code prologue}: what both must already agree on. {@code own} stays the caller's, and is sent encrypted. */
    public static Ready begin(Pattern pattern, Bytes prologue, X25519KeyPair own, KeySource keys) {
        return new Ready(new HandshakeState(pattern, Role.INITIATOR, prologue, keys, own, null));
    }

    /** Nothing is sent. */
    public static final class Ready extends Step {
        private Ready(HandshakeState handshake) {
            super(handshake);
        }

        /** Message 1 says nothing: nobody could have been asked yet who listens. */
        public Sent<AwaitingAnswer> sendHello() {
            HandshakeState handshake = leave();
            Bytes message = handshake.write(hash -> Bytes.EMPTY);
            return new Sent<>(message, new AwaitingAnswer(handshake));
        }
    }

    /** Message 1 is sent. */
    public static final class AwaitingAnswer extends Step {
        private AwaitingAnswer(HandshakeState handshake) {
            super(handshake);
        }

        public Reading<Introduction<Answered>> receive(Bytes message) {
            HandshakeState handshake = leave();
            return Step.introduction(handshake, message, () -> new Answered(handshake));
        }
    }

    /** The other side has shown who it is, and doesn't know yet who we are: the moment to turn away. */
    public static final class Answered extends Step {
        private Answered(HandshakeState handshake) {
            super(handshake);
        }

        public Sent<Transport> sendProof(Payload payload) {
            HandshakeState handshake = leave();
            Bytes message = handshake.write(payload);
            return new Sent<>(message, handshake.split());
        }
    }
}
