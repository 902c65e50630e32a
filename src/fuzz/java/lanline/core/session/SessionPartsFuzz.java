package lanline.core.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.secure.Signatures;

/** The pieces of a session that are read after their lengths: whatever they are, they are understood or refused. */
class SessionPartsFuzz {
    /** The first bytes of who dials, and what a side shows of itself. */
    @FuzzTest(maxDuration = "2m")
    void noClaimMakesItThrow(byte[] input) {
        Bytes bytes = Bytes.copyOf(input);
        read(() -> Preamble.parse(bytes)).ifPresent(preamble -> mustBeEqual(preamble.bytes(), bytes));
        read(() -> Credential.parse(bytes)).ifPresent(credential -> {
            Signatures.isSound(credential.claim().id());
            Signatures.isBy(credential.claim().id(), bytes, credential.signature());
            mustBeEqual(again(credential), credential.claim());
        });
    }

    private static Claim again(Credential credential) {
        return read(() -> Credential.parse(credential.bytes())).orElseThrow().claim();
    }

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
        read(() -> FrameReader.read(bytes))
                .flatMap(read -> read)
                .ifPresent(frame -> mustBeEqual(
                        read(() -> FrameReader.read(FrameWriter.write(shortened(frame))))
                                .flatMap(read -> read),
                        Optional.of(shortened(frame))));
    }

    /** What is cleaned on reading may have grown, and is cut by who writes it. */
    private static Frame shortened(Frame frame) {
        boolean fits = !(frame instanceof Frame.Text text)
                || Bytes.utf8(text.text().value()).length() <= Frame.MOST_TEXT_BYTES;
        return fits ? frame : new Frame.Ping();
    }

    private static void mustBeEqual(Object one, Object other) {
        if (!one.equals(other)) {
            throw new AssertionError(one + " is not " + other);
        }
    }

    private static <T> Optional<T> read(Parser<T> parser) {
        try {
            return Optional.of(parser.parse());
        } catch (BrokenException refused) {
            // As it should be with nearly all bytes there are.
            return Optional.empty();
        }
    }

    private interface Parser<T> {
        T parse() throws BrokenException;
    }
}
