package lanline.core.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lanline.core.model.Bytes;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.secure.noise.XxInitiator;

/** Whole sessions against somebody who has the keys, and shows anything for who it is. */
class UnsignedFuzz {
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
        End ece = End.accepting(Person.ece()).receive(preamble.bytes()).receive(Handshakes.prefixed(hello.message()));
        Bytes answer = ece.takeSent();
        Introduction<XxInitiator.Answered> answered =
                Handshakes.accepted(hello.next().receive(answer.slice(Incoming.PREFIX, answer.length())));
        var third = answered.next().sendProof(hash -> Bytes.copyOf(input));
        ece.receive(Handshakes.prefixed(third.message()));
        if (ece.up.isPresent() || !ece.sent.isEmpty() || ece.broken.isEmpty()) {
            throw new AssertionError("somebody who signed nothing came through");
        }
    }
}
