package lanline.core.session;

import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.Sent;
import lanline.core.secure.noise.Transport;
import lanline.core.secure.noise.XxInitiator;

/** The handshake of who dials. */
final class DialledHandshake {
    private DialledHandshake() {}

    /** The link is not open yet. */
    record Unopened(OwnSide own, LanlineId expected, Suite suite) implements Stage {
        @Override
        public Stage opened(Outputs out) {
            Preamble preamble = new Preamble(suite);
            Sent<XxInitiator.AwaitingAnswer> hello = XxInitiator.begin(
                            suite.pattern(), Prologue.direct(preamble).bytes(), own.session(), own.keys())
                    .sendHello();
            out.send(new Outgoing().raw(preamble.bytes()).message(hello.message()));
            return new AwaitingAnswer(new Proof(own, suite), expected, suite, hello.next());
        }

        @Override
        public Optional<Bytes> next(Incoming incoming) {
            return Optional.empty();
        }

        @Override
        public Stage read(Bytes piece, Outputs out) {
            throw new IllegalStateException("the link is not open");
        }

        @Override
        public void wipe() {
            // There is no secret yet but those of the whole run.
        }
    }

    /** Message 1 is sent. */
    private static final class AwaitingAnswer implements Stage {
        private final Proof proof;
        private final LanlineId expected;
        private final Suite suite;
        private final XxInitiator.AwaitingAnswer handshake;
        private Runnable abandon;

        AwaitingAnswer(Proof proof, LanlineId expected, Suite suite, XxInitiator.AwaitingAnswer handshake) {
            this.proof = proof;
            this.expected = expected;
            this.suite = suite;
            this.handshake = handshake;
            this.abandon = handshake::abandon;
        }

        @Override
        public Optional<Bytes> next(Incoming incoming) throws BrokenException {
            return Stage.handshakeMessage(incoming);
        }

        /** All that can be wrong is found before message 3: a stranger never learns who called. */
        @Override
        public Stage read(Bytes piece, Outputs out) throws BrokenException {
            Introduction<XxInitiator.Answered> shown = BrokenException.ifRefused(handshake.receive(piece));
            abandon = shown.next()::abandon;
            Claim other = proof.theirs(shown, Side.DIALLED);
            if (!other.id().equals(expected)) {
                throw new BrokenException("somebody else answers than who was dialled");
            }
            proof.admit(other);
            Sent<Transport> third = shown.next().sendProof(proof.ours(Side.DIALLING));
            Channel channel = new Channel(third.next());
            out.send(new Outgoing().message(third.message()).message(channel.seal(new Frame.Hello())));
            return new AwaitingHello(other, suite, channel);
        }

        @Override
        public void wipe() {
            abandon.run();
        }
    }
}
