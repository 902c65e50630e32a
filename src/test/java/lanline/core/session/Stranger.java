package lanline.core.session;

import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.Payload;
import lanline.core.secure.noise.Reading;
import lanline.core.secure.noise.Sent;
import lanline.core.secure.noise.Transport;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.secure.noise.XxInitiator;
import lanline.core.secure.noise.XxResponder;

/** Somebody who does the handshake of XX by the book, and says in it whatever it likes. */
final class Stranger {
    static final Preamble XX = new Preamble(Suite.XX);

    private static final Bytes PROLOGUE = Prologue.direct(XX).bytes();

    final X25519KeyPair key = X25519KeyPair.generate(Person.mallory().keys());

    /** The payload of the other side, once it has come. */
    Bytes heard = Bytes.EMPTY;

    private Optional<XxResponder.AwaitingProof> answered = Optional.empty();

    /** Answers who dialled with {@code payload}. */
    Bytes answer(Bytes greeting, Payload payload) {
        Bytes message = greeting.slice(Preamble.LENGTH + Incoming.PREFIX, greeting.length());
        XxResponder.Greeted greeted = accepted(XxResponder.begin(
                        Suite.XX.pattern(), PROLOGUE, key, Person.mallory().keys())
                .receive(message));
        Sent<XxResponder.AwaitingProof> answer = greeted.sendAnswer(payload);
        answered = Optional.of(answer.next());
        return prefixed(answer.message());
    }

    /** Reads message 3 of who dialled, with whatever follows it. */
    void hearProof(Bytes sent) {
        int length = (sent.at(0) & 0xFF) * 256 + (sent.at(1) & 0xFF);
        Bytes message = sent.slice(Incoming.PREFIX, Incoming.PREFIX + length);
        heard = accepted(answered.orElseThrow().receive(message)).payload();
    }

    /** Dials {@code callee}, up to message 3 with {@code payload}; what is said after that goes through the channel. */
    Channel dial(End callee, Payload payload) {
        Sent<XxInitiator.AwaitingAnswer> hello = XxInitiator.begin(
                        Suite.XX.pattern(), PROLOGUE, key, Person.mallory().keys())
                .sendHello();
        callee.receive(XX.bytes()).receive(prefixed(hello.message()));
        Bytes answer = callee.takeSent();
        Introduction<XxInitiator.Answered> shown =
                accepted(hello.next().receive(answer.slice(Incoming.PREFIX, answer.length())));
        heard = shown.payload();
        Sent<Transport> proof = shown.next().sendProof(payload);
        callee.receive(prefixed(proof.message()));
        return new Channel(proof.next());
    }

    static Bytes prefixed(Bytes message) {
        return End.join(List.of(Person.bytes(message.length() >> 8, message.length()), message));
    }

    private static <T> T accepted(Reading<T> reading) {
        try {
            return BrokenException.ifRefused(reading);
        } catch (BrokenException refused) {
            throw new AssertionError(refused);
        }
    }
}
