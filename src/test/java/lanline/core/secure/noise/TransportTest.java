package lanline.core.secure.noise;

import static lanline.core.secure.noise.Answers.accepted;
import static lanline.core.secure.noise.Answers.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lanline.core.model.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection after the handshake: in order, once, unchanged, or over. */
class TransportTest {
    private static final Bytes TEXT = Bytes.utf8("merhaba");

    private Transport ece;
    private Transport ali;

    @BeforeEach
    void shakeHands() {
        var hello = XxInitiator.begin(Pattern.XX_HFS, Bytes.EMPTY, key(1), ScriptedKeys.seeded(3))
                .sendHello();
        var answer = accepted(XxResponder.begin(Pattern.XX_HFS, Bytes.EMPTY, key(2), ScriptedKeys.seeded(4))
                        .receive(hello.message()))
                .sendAnswer(hash -> Bytes.EMPTY);
        var proof = accepted(hello.next().receive(answer.message())).next().sendProof(hash -> Bytes.EMPTY);
        ece = proof.next();
        ali = accepted(answer.next().receive(proof.message())).next();
    }

    private static X25519KeyPair key(int seed) {
        return X25519KeyPair.generate(ScriptedKeys.seeded(seed));
    }

    @Test
    void theSameTextLooksDifferentEachTimeAndComesOut() {
        Bytes first = ece.seal(TEXT);
        Bytes second = ece.seal(TEXT);
        assertNotEquals(first, second);
        assertEquals(TEXT.length() + 16, first.length());
        assertEquals(TEXT, accepted(ali.open(first)));
        assertEquals(TEXT, accepted(ali.open(second)));
    }

    @Test
    void anEmptyMessageAndTheLongestOnePass() {
        assertEquals(Bytes.EMPTY, accepted(ali.open(ece.seal(Bytes.EMPTY))));
        Bytes longest = Bytes.copyOf(new byte[Transport.MAX_PLAINTEXT]);
        Bytes message = ece.seal(longest);
        assertEquals(Transport.MAX_MESSAGE, message.length());
        assertEquals(longest, accepted(ali.open(message)));
    }

    @Test
    void aLongerOneIsABugOfOursOrRefused() {
        Bytes tooLong = Bytes.copyOf(new byte[Transport.MAX_PLAINTEXT + 1]);
        assertThrows(IllegalArgumentException.class, () -> ece.seal(tooLong));
        Bytes message = Bytes.copyOf(new byte[Transport.MAX_MESSAGE + 1]);
        assertTrue(refused(ali.open(message)).contains("longer"));
    }

    @Test
    void aRepeatedMessageEndsIt() {
        Bytes message = ece.seal(TEXT);
        accepted(ali.open(message));
        assertEnds(message);
    }

    @Test
    void aMessageBeforeItsTurnEndsIt() {
        Bytes skipped = ece.seal(TEXT);
        assertNotEquals(Bytes.EMPTY, skipped);
        assertEnds(ece.seal(TEXT));
    }

    @Test
    void anOwnMessageThatComesBackEndsIt() {
        assertEnds(ali.seal(TEXT));
    }

    @Test
    void eachFlippedBitAndEachCutEndsIt() {
        Bytes message = ece.seal(TEXT);
        for (int bit = 0; bit < message.length() * Byte.SIZE; bit++) {
            byte[] flipped = message.toArray();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertEnds(Bytes.copyOf(flipped));
            shakeHands();
        }
        for (int length = 0; length < message.length(); length++) {
            assertEnds(message.slice(0, length));
            shakeHands();
        }
        assertEnds(Bytes.copyOf(Arrays.copyOf(message.toArray(), message.length() + 1)));
    }

    private void assertEnds(Bytes message) {
        refused(ali.open(message));
        assertThrows(IllegalStateException.class, () -> ali.open(message));
        assertThrows(IllegalStateException.class, () -> ali.seal(TEXT));
    }

    @Test
    void bothSidesTakeANewKeyAtTheSameMessage() {
        for (int i = 0; i < 3; i++) {
            assertEquals(TEXT, accepted(ali.open(ece.seal(TEXT))));
            ece.rekeySending();
            ali.rekeyReceiving();
        }
        assertEquals(TEXT, accepted(ece.open(ali.seal(TEXT))), "the other direction has its own key");
    }

    @Test
    void aNewKeyOnOneSideOnlyEndsIt() {
        ece.rekeySending();
        assertEnds(ece.seal(TEXT));
    }

    @Test
    void whatIsWipedIsOver() {
        ali.wipe();
        assertThrows(IllegalStateException.class, () -> ali.seal(TEXT));
        assertThrows(IllegalStateException.class, ali::rekeySending);
        assertThrows(IllegalStateException.class, ali::rekeyReceiving);
        assertEquals(ece.channelBinding(), ali.channelBinding());
    }
}
