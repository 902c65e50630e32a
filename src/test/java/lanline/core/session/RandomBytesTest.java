package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import lanline.core.model.Bytes;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** Whatever comes, nothing is thrown but the typed refusal. */
class RandomBytesTest {
    private static final int ROUNDS = 100_000;

    private final Random random = new Random(5);

    @Test
    void whatIsReadAsAFrameAndWrittenAgainIsTheSame() {
        int understood = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Bytes bytes = frame();
            Optional<Frame> frame = ifUnderstood(bytes);
            if (frame.isPresent()) {
                understood++;
                assertEquals(frame, ifUnderstood(FrameWriter.write(frame.get())));
            }
        }
        assertTrue(understood > ROUNDS / 20, understood + " understood");
    }

    /** Often nearly a frame: a known type, a length that fits, zeros behind it. */
    private Bytes frame() {
        byte[] bytes = new byte[random.nextInt(20) == 0 ? random.nextInt(300) : 64 * (1 + random.nextInt(4))];
        random.nextBytes(bytes);
        if (bytes.length < FrameType.BLOCK || random.nextInt(4) == 0) {
            return Bytes.copyOf(bytes);
        }
        int length = Math.max(0, bytes.length - FrameType.HEADER - random.nextInt(FrameType.BLOCK));
        bytes[0] = (byte) random.nextInt(10);
        bytes[2] = (byte) (length >> Byte.SIZE);
        bytes[3] = (byte) length;
        bytes[FrameType.HEADER] = (byte) random.nextInt(7);
        boolean readable = random.nextBoolean();
        for (int i = FrameType.HEADER + 1; readable && i < bytes.length; i++) {
            bytes[i] &= 0x7F;
        }
        Arrays.fill(bytes, FrameType.HEADER + length, bytes.length, (byte) 0);
        return Bytes.copyOf(bytes);
    }

    private static Optional<Frame> ifUnderstood(Bytes bytes) {
        try {
            return FrameReader.read(bytes);
        } catch (BrokenException refused) {
            assertTrue(!refused.why().isEmpty());
            return Optional.empty();
        }
    }

    @Test
    void aCredentialWithAnyBytesChangedIsReadOrRefused() {
        Bytes good = new Credential(Person.ece().claim(), Bytes.copyOf(new byte[64])).bytes();
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            read += isRead(changed(good)) ? 1 : 0;
        }
        assertTrue(read > ROUNDS / 20 && read < ROUNDS, read + " read");
    }

    private static boolean isRead(Bytes bytes) {
        try {
            return !Credential.parse(bytes).claim().name().toString().isEmpty();
        } catch (BrokenException refused) {
            return false;
        }
    }

    private Bytes changed(Bytes bytes) {
        byte[] other = Arrays.copyOf(bytes.toArray(), bytes.length() + Math.max(0, random.nextInt(40) - 36));
        for (int i = random.nextInt(4); i >= 0; i--) {
            other[random.nextInt(other.length)] = (byte) random.nextInt(256);
        }
        return Bytes.copyOf(other);
    }

    @Test
    void anySessionTakesAnyBytesInAnyStateWithoutAnException() {
        for (int i = 0; i < 1_000; i++) {
            End dialling = End.dialling(Person.ece().side(), Person.ali(), Suite.XX);
            End accepting = End.accepting(Person.ali());
            for (int flights = random.nextInt(5); flights > 0; flights--) {
                accepting.receive(dialling.takeSent());
                dialling.receive(accepting.takeSent());
            }
            End one = random.nextBoolean() ? dialling : accepting;
            one.receive(noise()).receive(noise());
            assertEquals(0, one.heard.size());
        }
    }

    private Bytes noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        if (noise.length > 1 && random.nextBoolean()) {
            noise[0] = 0;
        }
        return Bytes.copyOf(noise);
    }

    @Test
    void anyTextGoesThroughUnchangedOnceItIsClean() throws BrokenException {
        for (int i = 0; i < ROUNDS / 10; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(50); length > 0; length--) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
            Frame said = new Frame.Text(MessageId.random(random), SafeText.message(text.toString()));
            assertEquals(Optional.of(said), FrameReader.read(FrameWriter.write(said)));
        }
    }
}
