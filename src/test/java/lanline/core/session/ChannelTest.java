package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.Pattern;
import lanline.core.secure.noise.Sent;
import lanline.core.secure.noise.Transport;
import lanline.core.secure.noise.XxInitiator;
import lanline.core.secure.noise.XxResponder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the keys change: one side is ours, the other does it by hand. */
class ChannelTest {
    private static final Frame PING = new Frame.Ping();

    private Channel channel;
    private Transport byHand;

    @BeforeEach
    void connect() throws BrokenException {
        Person ece = Person.ece();
        Person ali = Person.ali();
        Sent<XxInitiator.AwaitingAnswer> hello = XxInitiator.begin(Pattern.XX, Bytes.EMPTY, ece.session(), ece.keys())
                .sendHello();
        Sent<XxResponder.AwaitingProof> answer = BrokenException.ifRefused(
                        XxResponder.begin(Pattern.XX, Bytes.EMPTY, ali.session(), ali.keys())
                                .receive(hello.message()))
                .sendAnswer(hash -> Bytes.EMPTY);
        Introduction<XxInitiator.Answered> answered =
                BrokenException.ifRefused(hello.next().receive(answer.message()));
        Sent<Transport> proof = answered.next().sendProof(hash -> Bytes.EMPTY);
        channel = new Channel(proof.next());
        byHand = BrokenException.ifRefused(answer.next().receive(proof.message()))
                .next();
    }

    @Test
    void theKeyForSendingChangesBehindTheThousandthMessage() throws BrokenException {
        for (int key = 0; key < 3; key++) {
            for (int i = 0; i < 1_000; i++) {
                BrokenException.ifRefused(byHand.open(channel.seal(PING)));
            }
            byHand.rekeyReceiving();
        }
    }

    @Test
    void theKeyForSendingDoesNotServeForOneMoreMessage() throws BrokenException {
        for (int i = 0; i < 1_000; i++) {
            BrokenException.ifRefused(byHand.open(channel.seal(PING)));
        }
        Bytes withTheNextKey = channel.seal(PING);
        assertThrows(BrokenException.class, () -> BrokenException.ifRefused(byHand.open(withTheNextKey)));
    }

    @Test
    void theKeyForReceivingChangesBehindTheThousandthMessage() throws BrokenException {
        for (int key = 0; key < 3; key++) {
            for (int i = 0; i < 1_000; i++) {
                assertEquals(Optional.of(PING), channel.open(byHand.seal(FrameWriter.write(PING))));
            }
            byHand.rekeySending();
        }
    }

    @Test
    void theKeyForReceivingDoesNotServeForOneMoreMessage() throws BrokenException {
        for (int i = 0; i < 1_000; i++) {
            channel.open(byHand.seal(FrameWriter.write(PING)));
        }
        Bytes withTheOldKey = byHand.seal(FrameWriter.write(PING));
        assertThrows(BrokenException.class, () -> channel.open(withTheOldKey));
    }

    @Test
    void aFrameThatIsSkippedCountsForTheChangeOfKeys() throws BrokenException {
        byte[] unknown = new byte[FrameType.BLOCK];
        unknown[0] = 99;
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Optional.empty(), channel.open(byHand.seal(Bytes.copyOf(unknown))));
        }
        byHand.rekeySending();
        assertEquals(Optional.of(PING), channel.open(byHand.seal(FrameWriter.write(PING))));
    }

    @Test
    void aWellSealedFrameThatIsIllFormedBreaksIt() {
        Bytes odd = byHand.seal(Bytes.copyOf(new byte[FrameType.BLOCK + 1]));
        assertThrows(BrokenException.class, () -> channel.open(odd));
    }
}
