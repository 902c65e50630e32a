package lanline.core.secure.noise;

import lanline.core.model.Bytes;
import lanline.core.port.KeySource;

/**
 * The side that is dialled, in XX or XXhfs. Each state is a type with its one way out, so that a step out of turn doesn't compile; a state that
 * is used twice throws. On its owner's thread.
 *
 * <pre>
 *   AwaitingHello ── receive: message 1 ──► Greeted ── sendAnswer: message 2 ──► AwaitingProof ── receive: message 3 ──► Transport
 *         │                                                                            │
 *         └──► Refused                                                                 └──► Refused
 * </pre>
 */
public final class XxResponder {
    private XxResponder() {}

    /** {@code prologue}: what both must already agree on. {@code own} stays the caller's, and is sent encrypted. */
    public static AwaitingHello begin(Pattern pattern, Bytes prologue, X25519KeyPair own, KeySource keys) {
        return new AwaitingHello(new HandshakeState(pattern, Role.RESPONDER, prologue, keys, own, null));
    }

    /** Nothing has come. */
    public static final class AwaitingHello extends Step {
        private AwaitingHello(HandshakeState handshake) {
            super(handshake);
        }

        /** Message 1 is refused if it says anything, since nothing protects it. */
        public Reading<Greeted> receive(Bytes message) {
            HandshakeState handshake = leave();
            try {
                if (handshake.read(message).payload().length() > 0) {
                    handshake.wipe();
                    return new Reading.Refused<>("message 1 of the handshake is longer than its keys");
                }
                return new Reading.Accepted<>(new Greeted(handshake));
            } catch (RefusedException refused) {
                return new Reading.Refused<>(refused.why());
            }
        }
    }

    /** Message 1 has come, from anybody. */
    public static final class Greeted extends Step {
        private Greeted(HandshakeState handshake) {
            super(handshake);
        }

        public Sent<AwaitingProof> sendAnswer(Payload payload) {
            HandshakeState handshake = leave();
            Bytes message = handshake.write(payload);
            return new Sent<>(message, new AwaitingProof(handshake));
        }
    }

    /** Message 2 is sent. */
    public static final class AwaitingProof extends Step {
        private AwaitingProof(HandshakeState handshake) {
            super(handshake);
        }

        public Reading<Introduction<Transport>> receive(Bytes message) {
            HandshakeState handshake = leave();
            return Step.introduction(handshake, message, handshake::split);
        }
    }
}
