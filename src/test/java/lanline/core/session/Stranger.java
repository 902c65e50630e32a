package lanline.core.session;

import lanline.core.model.Bytes;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.Payload;
import lanline.core.secure.noise.Reading;
import lanline.core.secure.noise.Sent;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.secure.noise.XxInitiator;
import lanline.core.secure.noise.XxResponder;

/** Somebody who does the handshake of XX by the book, and says in it whatever it likes. */
final class Stranger {
    static final Preamble XX = new Preamble(Suite.XX);

    private static final Bytes PROLOGUE = Prologue.direct(XX).bytes();

    final X25519KeyPair key = X25519KeyPair.generate(Person.mallory().keys());

    /** Answers who dialled with {@code payload}. */
    Bytes answer(Bytes greeting, Payload payload) {
        Bytes message = greeting.slice(Preamble.LENGTH + Incoming.PREFIX, greeting.length());
        XxResponder.Greeted greeted = accepted(XxResponder.begin(
                        Suite.XX.pattern(), PROLOGUE, key, Person.mallory().keys())
                .receive(message));
        return prefixed(greeted.sendAnswer(payload).message());
    }

    /** Dials {@code callee}, up to message 3 with {@code payload}. */
    void dial(End callee, Payload payload) {
        Sent<XxInitiator.AwaitingAnswer> hello = XxInitiator.begin(
                        Suite.XX.pattern(), PROLOGUE, key, Person.mallory().keys())
                .sendHello();
        callee.receive(XX.bytes()).receive(prefixed(hello.message()));
        Bytes answer = callee.takeSent();
        Introduction<XxInitiator.Answered> answered =
                accepted(hello.next().receive(answer.slice(Incoming.PREFIX, answer.length())));
        heard = answered.payload();
        callee.receive(prefixed(answered.next().sendProof(payload).message()));
    }

    /** The payload of who was dialled. */
    Bytes heard = Bytes.EMPTY;

    static Bytes prefixed(Bytes message) {
        return End.join(java.util.List.of(Person.bytes(message.length() >> 8, message.length()), message));
    }

    private static <T> T accepted(Reading<T> reading) {
        try {
            return BrokenException.ifRefused(reading);
        } catch (BrokenException refused) {
            throw new AssertionError(refused);
        }
    }
}
