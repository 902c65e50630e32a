package lanline.core.session;

import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.Sent;
import lanline.core.secure.noise.Transport;
import lanline.core.secure.noise.XxResponder;

/** The handshake of who is dialled. */
final class AcceptedHandshake {
    private AcceptedHandshake() {}

    /** Nothing has come. */
    record AwaitingPreamble(OwnSide own) implements Stage {
        @Override
        public Optional<Bytes> next(Incoming incoming) {
            return incoming.take(Preamble.LENGTH);
        }

        @Override
        public Stage read(Bytes piece, Outputs out) throws BrokenException {
            Preamble preamble = Preamble.parse(piece);
            return new AwaitingGreeting(
                    new Proof(own, preamble.suite()),
                    preamble.suite(),
                    XxResponder.begin(
                            preamble.suite().pattern(),
                            Prologue.direct(preamble).bytes(),
                            own.session(),
                            own.keys()));
        }

        @Override
        public void wipe() {
            // There is no secret yet but those of the whole run.
        }
    }

    /** The preamble has come: message 1 is next. */
    private record AwaitingGreeting(Proof proof, Suite suite, XxResponder.AwaitingHello handshake) implements Stage {
        @Override
        public Optional<Bytes> next(Incoming incoming) throws BrokenException {
            return Stage.handshakeMessage(incoming);
        }

        @Override
        public Stage read(Bytes piece, Outputs out) throws BrokenException {
            XxResponder.Greeted greeted = BrokenException.ifRefused(handshake.receive(piece));
            Sent<XxResponder.AwaitingProof> answer = greeted.sendAnswer(proof.ours(Side.DIALLED));
            out.send(new Outgoing().message(answer.message()));
            return new AwaitingProof(proof, suite, answer.next());
        }

        @Override
        public void wipe() {
            handshake.abandon();
        }
    }

    /** Message 2 is sent. */
    private static final class AwaitingProof implements Stage {
        private final Proof proof;
        private final Suite suite;
        private final XxResponder.AwaitingProof handshake;
        private Runnable abandon;

        AwaitingProof(Proof proof, Suite suite, XxResponder.AwaitingProof handshake) {
            this.proof = proof;
            this.suite = suite;
            this.handshake = handshake;
            this.abandon = handshake::abandon;
        }

        @Override
        public Optional<Bytes> next(Incoming incoming) throws BrokenException {
            return Stage.handshakeMessage(incoming);
        }

        @Override
        public Stage read(Bytes piece, Outputs out) throws BrokenException {
            Introduction<Transport> shown = BrokenException.ifRefused(handshake.receive(piece));
            abandon = shown.next()::wipe;
            Claim other = proof.theirs(shown, Side.DIALLING);
            proof.admit(other);
            Channel channel = new Channel(shown.next());
            out.send(new Outgoing().message(channel.seal(new Frame.Hello())));
            return new AwaitingHello(other, suite, channel);
        }

        @Override
        public void wipe() {
            abandon.run();
        }
    }
}
