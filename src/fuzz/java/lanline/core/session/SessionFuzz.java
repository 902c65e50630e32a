package lanline.core.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lanline.core.model.Bytes;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.Reading;
import lanline.core.secure.noise.Transport;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.secure.noise.XxInitiator;

/** Whole sessions against somebody who sends anything, with or without the right keys. */
class SessionFuzz {
    private static final int BYTE = 0xFF;

    /** With other keys than the recordings among the seeds were made with: those would be good sessions. */
    private static final long OTHER_KEYS = 100;

    /** Who accepts, and who dials, hear what never saw a key: no session comes about, and little goes back. */
    @FuzzTest(maxDuration = "2m")
    void nobodyWithoutKeysGetsASession(byte[] input) {
        Person ece = Person.of("Ece", OTHER_KEYS);
        End accepting = End.accepting(ece);
        feed(accepting, input);
        mustBeStrange(accepting);
        End dialling = End.dialling(ece, Person.ali());
        dialling.takeSent();
        feed(dialling, input);
        mustBeStrange(dialling);
        if (!dialling.sent.isEmpty()) {
            throw new AssertionError("who dials has shown itself to somebody unproven");
        }
    }

    private static void mustBeStrange(End end) {
        if (end.up.isPresent() || !end.heard.isEmpty() || end.sent.size() > 1) {
            throw new AssertionError("a session with somebody who has no key");
        }
    }

    /** The first byte says how large the pieces are in which the rest comes. */
    private static void feed(End end, byte[] input) {
        int piece = input.length == 0 ? 1 : 1 + (input[0] & BYTE);
        for (int at = 1; at < input.length; at += piece) {
            end.receive(Bytes.copyOf(input, at, Math.min(input.length, at + piece)));
        }
    }

    /** Somebody who can shake hands as far as Noise goes, and then shows anything as what it is. */
    @FuzzTest(maxDuration = "2m")
    void nothingButASignatureShowsWhoOneIs(byte[] input) {
        Person mallory = Person.mallory();
        Preamble preamble = new Preamble(Suite.XX);
        var hello = XxInitiator.begin(
                        Suite.XX.pattern(),
                        Prologue.direct(preamble).bytes(),
                        X25519KeyPair.generate(mallory.keys()),
                        mallory.keys())
                .sendHello();
        End ece = End.accepting(Person.ece()).receive(preamble.bytes()).receive(prefixed(hello.message()));
        Bytes answer = ece.takeSent();
        Introduction<XxInitiator.Answered> answered =
                accepted(hello.next().receive(answer.slice(Incoming.PREFIX, answer.length())));
        var third = answered.next().sendProof(hash -> Bytes.copyOf(input));
        ece.receive(prefixed(third.message()));
        if (ece.up.isPresent() || !ece.sent.isEmpty() || ece.broken.isEmpty()) {
            throw new AssertionError("somebody who signed nothing came through");
        }
    }

    /** Somebody with whom there is a session says anything in it. */
    @FuzzTest(maxDuration = "2m")
    void nothingSaidInASessionMakesItThrow(byte[] input) {
        End ece = End.accepting(Person.ece());
        Transport mallory = transportOf(ece);
        for (int at = 0; at < input.length; ) {
            int length = Math.min(input.length - at, 1 + (input[at] & BYTE) * FrameType.BLOCK);
            ece.receive(prefixed(mallory.seal(Bytes.copyOf(input, at, at + length))));
            at += length;
        }
        if (ece.heard.size() > input.length || ece.sent.size() > input.length) {
            throw new AssertionError(ece.heard.size() + " frames of " + input.length + " bytes");
        }
    }

    /** Mallory's end of a session with {@code ece} that is up, without the hands that frame what is said. */
    private static Transport transportOf(End ece) {
        Person mallory = Person.mallory();
        Preamble preamble = new Preamble(Suite.XX);
        var hello = XxInitiator.begin(
                        Suite.XX.pattern(), Prologue.direct(preamble).bytes(), mallory.session(), mallory.keys())
                .sendHello();
        ece.receive(preamble.bytes()).receive(prefixed(hello.message()));
        Bytes answer = ece.takeSent();
        var third = accepted(hello.next().receive(answer.slice(Incoming.PREFIX, answer.length())))
                .next()
                .sendProof(new Proof(mallory.side(), Suite.XX).ours(Side.DIALLING));
        Transport transport = third.next();
        ece.receive(prefixed(third.message()));
        ece.receive(prefixed(transport.seal(FrameWriter.write(new Frame.Hello()))));
        ece.takeSent();
        if (ece.up.isEmpty()) {
            throw new AssertionError("the session did not come about: " + ece.broken.orElse(""));
        }
        return transport;
    }

    private static Bytes prefixed(Bytes message) {
        byte[] bytes = new byte[Incoming.PREFIX + message.length()];
        bytes[0] = (byte) (message.length() >>> Byte.SIZE);
        bytes[1] = (byte) message.length();
        message.copyTo(bytes, Incoming.PREFIX);
        return Bytes.copyOf(bytes);
    }

    private static <T> T accepted(Reading<T> reading) {
        return reading.deliverTo(new Reading.Handler<>() {
            @Override
            public T accepted(T content) {
                return content;
            }

            @Override
            public T refused(String why) {
                throw new AssertionError(why);
            }
        });
    }
}
