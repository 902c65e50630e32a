package lanline.core.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import lanline.core.model.Bytes;

/** What is said in a session, after its length: whatever it is, it is understood or refused. */
class FrameFuzz {
    /** A frame as it comes out of the encryption; the second time filled up as frames are, so that more get further. */
    @FuzzTest(maxDuration = "2m")
    void noFrameMakesItThrow(byte[] input) {
        readFrame(Bytes.copyOf(input));
        if (input.length >= 2 && input.length + FrameType.HEADER <= FrameType.MOST_FRAME_BYTES) {
            readFrame(framed(input));
        }
    }

    private static Bytes framed(byte[] input) {
        int length = input.length - 2;
        byte[] frame = new byte[FrameType.padded(FrameType.HEADER + length)];
        frame[0] = input[0];
        frame[1] = input[1];
        frame[2] = (byte) (length >>> Byte.SIZE);
        frame[3] = (byte) length;
        System.arraycopy(input, 2, frame, FrameType.HEADER, length);
        return Bytes.copyOf(frame);
    }

    private static void readFrame(Bytes bytes) {
        Parsed.read(() -> FrameReader.read(bytes))
                .flatMap(read -> read)
                .ifPresent(frame -> Parsed.mustBeEqual(
                        Parsed.read(() -> FrameReader.read(FrameWriter.write(shortened(frame))))
                                .flatMap(read -> read),
                        Optional.of(shortened(frame))));
    }

    /** What is cleaned on reading may have grown, and is cut by who writes it. */
    private static Frame shortened(Frame frame) {
        boolean fits = !(frame instanceof Frame.Text text)
                || Bytes.utf8(text.text().value()).length() <= Frame.MOST_TEXT_BYTES;
        return fits ? frame : new Frame.Ping();
    }
}
