package lanline.core.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;

/** Makes frames of bytes, in the form that {@link FrameType} draws and in no other. Total: any bytes make a frame, nothing, or a {@link BrokenException}. */
final class FrameReader {
    private FrameReader() {}

    /** Empty for a frame of a type that only newer versions know, and that may be skipped. */
    static Optional<Frame> read(Bytes frame) throws BrokenException {
        int length = frame.length();
        if (length == 0 || length % FrameType.BLOCK != 0 || length > FrameType.MOST_FRAME_BYTES) {
            throw new BrokenException("a frame of " + length + " bytes, which no frame has");
        }
        Bytes body = body(frame);
        Optional<FrameType> type = FrameType.ofNumber(frame.at(0) & 0xFF);
        if (type.isPresent()) {
            return Optional.of(frame(type.get(), body));
        }
        if ((frame.at(1) & FrameType.CRITICAL) != 0) {
            throw new BrokenException("a frame that only a newer Lanline understands, and that must be understood");
        }
        return Optional.empty();
    }

    private static Bytes body(Bytes frame) throws BrokenException {
        int end = FrameType.HEADER + ((frame.at(2) & 0xFF) << Byte.SIZE | frame.at(3) & 0xFF);
        if (FrameType.padded(end) != frame.length()) {
            throw new BrokenException("a frame that is not as long as it says");
        }
        for (int i = end; i < frame.length(); i++) {
            if (frame.at(i) != 0) {
                throw new BrokenException("a frame with something behind its end");
            }
        }
        return frame.slice(FrameType.HEADER, end);
    }

    private static Frame frame(FrameType type, Bytes body) throws BrokenException {
        return switch (type) {
            case HELLO -> empty(body, new Frame.Hello());
            case PING -> empty(body, new Frame.Ping());
            case PONG -> empty(body, new Frame.Pong());
            case TEXT -> text(body);
            case RECEIPT -> receipt(body);
            case BYE -> bye(body);
            case COMPARE -> compare(body);
        };
    }

    private static Frame empty(Bytes body, Frame frame) throws BrokenException {
        require(body.length() == 0, "something in a frame that has nothing in it");
        return frame;
    }

    private static Frame text(Bytes body) throws BrokenException {
        int length = body.length() - FrameType.ID_LENGTH;
        require(length >= 0 && length <= Frame.MOST_TEXT_BYTES, "a text that is too short or too long");
        String text = StrictText.decode(body.slice(FrameType.ID_LENGTH, body.length()));
        return new Frame.Text(id(body, 0), SafeText.message(text));
    }

    private static Frame receipt(Bytes body) throws BrokenException {
        int count = body.length() / FrameType.ID_LENGTH;
        require(
                body.length() % FrameType.ID_LENGTH == 0 && count >= 1 && count <= Frame.Receipt.MOST_IDS,
                "a receipt that is not for 1 to " + Frame.Receipt.MOST_IDS + " messages");
        List<MessageId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(id(body, i * FrameType.ID_LENGTH));
        }
        return new Frame.Receipt(ids);
    }

    private static MessageId id(Bytes body, int at) {
        Bytes id = body.slice(at, at + FrameType.ID_LENGTH);
        return new MessageId(HexFormat.of().formatHex(id.toArray()));
    }

    private static Frame bye(Bytes body) throws BrokenException {
        require(body.length() == 1, "an end without one reason");
        int number = body.at(0);
        return new Frame.Bye(Arrays.stream(Frame.Bye.Reason.values())
                .filter(reason -> FrameWriter.number(reason) == number)
                .findAny()
                .orElseThrow(() -> new BrokenException("an end for a reason that is not known")));
    }

    private static Frame compare(Bytes body) throws BrokenException {
        require(
                body.length() >= 1 && body.length() <= 1 + Frame.Compare.MOST_CONTENT_BYTES,
                "a step of comparing that is too short or too long");
        int number = body.at(0);
        ComparisonStep step = Arrays.stream(ComparisonStep.values())
                .filter(each -> FrameWriter.number(each) == number)
                .findAny()
                .orElseThrow(() -> new BrokenException("a step of comparing that is not known"));
        return new Frame.Compare(step, body.slice(1, body.length()));
    }

    private static void require(boolean holds, String otherwise) throws BrokenException {
        if (!holds) {
            throw new BrokenException(otherwise);
        }
    }
}
