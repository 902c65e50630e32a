package lanline.core.session;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.MessageId;

/** Makes bytes of frames, in the form that {@link FrameType} draws. */
final class FrameWriter implements Frame.Handler<Bytes> {
    static Bytes write(Frame frame) {
        return frame.deliverTo(new FrameWriter());
    }

    @Override
    public Bytes hello(Frame.Hello hello) {
        return framed(FrameType.HELLO, Bytes.EMPTY);
    }

    @Override
    public Bytes text(Frame.Text text) {
        Bytes utf8 = Bytes.utf8(text.text().value());
        if (utf8.length() > Frame.MOST_TEXT_BYTES) {
            throw new IllegalArgumentException("a text of " + utf8.length() + " bytes was not cut");
        }
        return framed(
                FrameType.TEXT,
                Bytes.copyOf(ByteBuffer.allocate(FrameType.ID_LENGTH + utf8.length())
                        .put(idBytes(text.id()))
                        .put(utf8.toArray())
                        .array()));
    }

    @Override
    public Bytes receipt(Frame.Receipt receipt) {
        ByteBuffer body = ByteBuffer.allocate(receipt.ids().size() * FrameType.ID_LENGTH);
        receipt.ids().forEach(id -> body.put(idBytes(id)));
        return framed(FrameType.RECEIPT, Bytes.copyOf(body.array()));
    }

    @Override
    public Bytes ping(Frame.Ping ping) {
        return framed(FrameType.PING, Bytes.EMPTY);
    }

    @Override
    public Bytes pong(Frame.Pong pong) {
        return framed(FrameType.PONG, Bytes.EMPTY);
    }

    @Override
    public Bytes bye(Frame.Bye bye) {
        return framed(FrameType.BYE, Bytes.copyOf(new byte[] {(byte) number(bye.reason())}));
    }

    @Override
    public Bytes compare(Frame.Compare compare) {
        byte[] body = new byte[1 + compare.content().length()];
        body[0] = (byte) number(compare.step());
        compare.content().copyTo(body, 1);
        return framed(FrameType.COMPARE, Bytes.copyOf(body));
    }

    private static Bytes framed(FrameType type, Bytes body) {
        byte[] frame = new byte[FrameType.padded(FrameType.HEADER + body.length())];
        ByteBuffer.wrap(frame).put((byte) type.number()).put((byte) 0).putShort((short) body.length());
        body.copyTo(frame, FrameType.HEADER);
        return Bytes.copyOf(frame);
    }

    private static byte[] idBytes(MessageId id) {
        return HexFormat.of().parseHex(id.text());
    }

    /** The numbers of the wire stay what they are when the words in the program change. */
    static int number(Frame.Bye.Reason reason) {
        return switch (reason) {
            case LEFT -> 1;
            case REPLACED -> 2;
            case BLOCKED -> 3;
        };
    }

    static int number(ComparisonStep step) {
        return switch (step) {
            case COMMIT -> 1;
            case ANSWER -> 2;
            case REVEAL -> 3;
            case SAME -> 4;
            case STOP -> 5;
        };
    }
}
