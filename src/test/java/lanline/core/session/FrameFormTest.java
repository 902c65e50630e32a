package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames in hexadecimal. */
class FrameFormTest {
    private static final String ID_HEX = "00112233445566778899aabbccddeeff";
    private static final MessageId ID = new MessageId(ID_HEX);

    @Test
    void eachFrameHasThisForm() throws BrokenException {
        assertForm("01 00 0000", 64, new Frame.Hello());
        assertForm("02 00 0015" + ID_HEX + "73656c616d", 64, new Frame.Text(ID, SafeText.message("selam")));
        assertForm("03 00 0010" + ID_HEX, 64, new Frame.Receipt(List.of(ID)));
        assertForm("04 00 0000", 64, new Frame.Ping());
        assertForm("05 00 0000", 64, new Frame.Pong());
        assertForm("06 00 0001 01", 64, new Frame.Bye(Frame.Bye.Reason.LEFT));
        assertForm("06 00 0001 02", 64, new Frame.Bye(Frame.Bye.Reason.REPLACED));
        assertForm("06 00 0001 03", 64, new Frame.Bye(Frame.Bye.Reason.BLOCKED));
        assertForm("07 00 0003 01 aabb", 64, compare(ComparisonStep.COMMIT, 0xAA, 0xBB));
        assertForm("07 00 0001 02", 64, compare(ComparisonStep.ANSWER));
        assertForm("07 00 0001 03", 64, compare(ComparisonStep.REVEAL));
        assertForm("07 00 0001 04", 64, compare(ComparisonStep.SAME));
        assertForm("07 00 0001 05", 64, compare(ComparisonStep.STOP));
    }

    private static Frame compare(ComparisonStep step, int... content) {
        return new Frame.Compare(step, Person.bytes(content));
    }

    private static void assertForm(String hex, int length, Frame frame) throws BrokenException {
        assertEquals(frame(hex, length), FrameWriter.write(frame));
        assertEquals(Optional.of(frame), FrameReader.read(frame(hex, length)));
    }

    /** {@code hex}, and zeros up to {@code length}. */
    private static Bytes frame(String hex, int length) {
        return Bytes.copyOf(Arrays.copyOf(Golden.hex(hex.replace(" ", "")).toArray(), length));
    }

    @Test
    void aFrameIsFilledUpTo64BytesAndNotMore() {
        assertEquals(64, FrameWriter.write(textOf(44)).length());
        assertEquals(128, FrameWriter.write(textOf(45)).length());
        assertEquals(8_256, FrameWriter.write(textOf(8_192)).length());
        assertEquals(8_256, FrameType.MOST_FRAME_BYTES);
    }

    private static Frame textOf(int bytes) {
        return new Frame.Text(ID, SafeText.message("x".repeat(bytes)));
    }

    @Test
    void aTextMayHave8192BytesAndNotOneMore() throws BrokenException {
        assertEquals(Optional.of(textOf(8_192)), FrameReader.read(FrameWriter.write(textOf(8_192))));
        assertRefused(frame("02 00 2011", 8_256), "a text that is too short or too long");
        assertRefused(frame("02 00 000f", 64), "a text that is too short or too long");
        assertEquals(Optional.of(new Frame.Text(new MessageId("0".repeat(32)), SafeText.EMPTY)), read("02 00 0010"));
    }

    @Test
    void aReceiptIsFor1To64Messages() throws BrokenException {
        Frame most = new Frame.Receipt(Collections.nCopies(64, ID));
        assertEquals(Optional.of(most), FrameReader.read(FrameWriter.write(most)));
        String why = "a receipt that is not for 1 to 64 messages";
        assertRefused(frame("03 00 0000", 64), why);
        assertRefused(frame("03 00 000f", 64), why);
        assertRefused(frame("03 00 0011", 64), why);
        assertRefused(frame("03 00 0410", 1_088), why);
        assertThrows(IllegalArgumentException.class, () -> new Frame.Receipt(Collections.nCopies(65, ID)));
        assertThrows(IllegalArgumentException.class, () -> new Frame.Receipt(List.of()));
    }

    @Test
    void aStepOfComparingHasAtMost1024Bytes() throws BrokenException {
        Frame most = new Frame.Compare(ComparisonStep.ANSWER, Bytes.copyOf(new byte[1_024]));
        assertEquals(Optional.of(most), FrameReader.read(FrameWriter.write(most)));
        assertRefused(frame("07 00 0402 01", 1_088), "a step of comparing that is too short or too long");
        assertRefused(frame("07 00 0000", 64), "a step of comparing that is too short or too long");
        Bytes tooLong = Bytes.copyOf(new byte[1_025]);
        assertThrows(IllegalArgumentException.class, () -> new Frame.Compare(ComparisonStep.ANSWER, tooLong));
    }

    @Test
    void aFrameThatOnlyNewerVersionsKnowIsSkippedUnlessItIsCritical() throws BrokenException {
        assertEquals(Optional.empty(), read("08 00 0003 010203"));
        assertEquals(Optional.empty(), read("00 00 0000"));
        assertEquals(Optional.empty(), read("ff fe 0003 010203"));
        assertRefused(
                frame("08 01 0003 010203", 64),
                "a frame that only a newer Lanline understands, and that must be understood");
        assertRefused(
                frame("ff ff 0000", 64), "a frame that only a newer Lanline understands, and that must be understood");
    }

    @Test
    void flagsOfAFrameThatIsKnownMeanNothing() throws BrokenException {
        assertEquals(Optional.of(new Frame.Ping()), read("04 ff 0000"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 127, 8_257, 8_320, 16_384})
    void aFrameOfAnotherLengthIsRefused(int length) {
        assertRefused(frame("04 00 0000", length), "a frame of " + length + " bytes, which no frame has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 00 003d", "04 00 ffff", "08 00 0100"})
    void aFrameThatSaysThatItIsLongerIsRefused(String hex) {
        assertRefused(frame(hex, 64), "a frame that is not as long as it says");
    }

    @Test
    void aBlockTooManyIsRefused() {
        assertRefused(frame("04 00 0000", 128), "a frame that is not as long as it says");
    }

    @Test
    void onlyZerosFillAFrameUp() {
        for (int at = FrameType.HEADER; at < FrameType.BLOCK; at++) {
            byte[] ping = frame("04 00 0000", 64).toArray();
            ping[at] = 1;
            assertRefused(Bytes.copyOf(ping), "a frame with something behind its end");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 00 0001", "04 00 0001 00", "05 00 0002 0102"})
    void whatHasNothingInItHasNothingInIt(String hex) {
        assertRefused(frame(hex, 64), "something in a frame that has nothing in it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 00 0001 00",
                "06 00 0001 04",
                "06 00 0001 ff",
                "07 00 0001 00",
                "07 00 0001 06",
                "06 00 0002 0101"
            })
    void aNumberThatStandsForNothingIsRefused(String hex) {
        assertThrows(BrokenException.class, () -> read(hex));
    }

    /** A byte alone, an overlong slash, a surrogate, beyond the last code point, and two cut short. */
    @ParameterizedTest
    @ValueSource(strings = {"ff", "80", "c0af", "eda080", "f4908080", "c3", "e282"})
    void aTextThatIsNoUtf8IsRefused(String hex) {
        int length = FrameType.ID_LENGTH + hex.length() / 2;
        Bytes frame = frame(String.format("02 00 %04x", length) + ID_HEX + hex, 64);
        assertRefused(frame, "a text that is no UTF-8");
    }

    @Test
    void aTextWithTheSignForWhatIsNoUtf8IsUtf8() throws BrokenException {
        Frame heard = read("02 00 0014" + ID_HEX + "61efbfbd").orElseThrow();
        assertEquals(new Frame.Text(ID, SafeText.message("a\uFFFD")), heard);
    }

    @Test
    void aTextIsCleanedBeforeAnybodySeesIt() throws BrokenException {
        Frame heard = read("02 00 0016" + ID_HEX + "1b5b324a0d0a").orElseThrow();
        assertEquals(new Frame.Text(ID, SafeText.message("\u241b[2J\n")), heard);
    }

    private static Optional<Frame> read(String hex) throws BrokenException {
        return FrameReader.read(frame(hex, 64));
    }

    private static void assertRefused(Bytes frame, String why) {
        BrokenException refused = assertThrows(BrokenException.class, () -> FrameReader.read(frame));
        assertEquals(why, refused.why());
    }
}
