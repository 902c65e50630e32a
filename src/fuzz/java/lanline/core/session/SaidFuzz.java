package lanline.core.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lanline.core.model.Bytes;
import lanline.core.secure.noise.Transport;
import lanline.core.secure.noise.XxInitiator;

/** Sessions that stand, in which the other side says anything. */
class SaidFuzz {
    private static final int BYTE = 0xFF;

    /** Somebody with whom there is a session says anything in it. */
    @FuzzTest(maxDuration = "2m")
    void nothingSaidInASessionMakesItThrow(byte[] input) {
        End ece = End.accepting(Person.ece());
        Transport mallory = transportOf(ece);
        for (int at = 0; at < input.length; ) {
            int length = Math.min(input.length - at, 1 + (input[at] & BYTE) * FrameType.BLOCK);
            ece.receive(Handshakes.prefixed(mallory.seal(Bytes.copyOf(input, at, at + length))));
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
        ece.receive(preamble.bytes()).receive(Handshakes.prefixed(hello.message()));
        Bytes answer = ece.takeSent();
        var third = Handshakes.accepted(hello.next().receive(answer.slice(Incoming.PREFIX, answer.length())))
                .next()
                .sendProof(new Proof(mallory.side(), Suite.XX).ours(Side.DIALLING));
        Transport transport = third.next();
        ece.receive(Handshakes.prefixed(third.message()));
        ece.receive(Handshakes.prefixed(transport.seal(FrameWriter.write(new Frame.Hello()))));
        ece.takeSent();
        if (ece.up.isEmpty()) {
            throw new AssertionError("the session did not come about: " + ece.broken.orElse(""));
        }
        return transport;
    }
}
