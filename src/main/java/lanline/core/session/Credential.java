package lanline.core.session;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import lanline.core.model.Bytes;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.secure.Signatures;

/**
 * The payload of the handshake with which a side shows who it is; all numbers with the high bytes first, and nothing behind the last:
 *
 * <pre>
 *   id 32 | signature 64 | length of name 1 | name, UTF-8 | port 2 | instance 8 | epoch 8 | counter 8 | capabilities 4 | longest frame 4
 * </pre>
 *
 * <p>Whether the signature is good, {@link Proof} says.
 */
record Credential(Claim claim, Bytes signature) {
    /** 32 code points of at most 4 bytes. */
    private static final int MOST_NAME_BYTES = 4 * Nickname.MOST_CODE_POINTS;

    private static final int INSTANCE_LENGTH = 8;
    private static final int BEFORE_NAME = LanlineId.KEY_LENGTH + Signatures.LENGTH + 1;
    private static final int BEHIND_NAME =
            Short.BYTES + INSTANCE_LENGTH + Long.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES;

    /** None so far. A bit that is not known says nothing. */
    private static final int CAPABILITIES = 0;

    Bytes bytes() {
        Bytes name = Bytes.utf8(claim.name().shown().value());
        return Bytes.copyOf(ByteBuffer.allocate(BEFORE_NAME + name.length() + BEHIND_NAME)
                .put(claim.id().key().toArray())
                .put(signature.toArray())
                .put((byte) name.length())
                .put(name.toArray())
                .putShort((short) claim.port())
                .put(HexFormat.of().parseHex(claim.run().instance().text()))
                .putLong(claim.run().epoch())
                .putLong(claim.run().counter())
                .putInt(CAPABILITIES)
                .putInt(FrameType.MOST_FRAME_BYTES)
                .array());
    }

    static Credential parse(Bytes bytes) throws BrokenException {
        ByteBuffer rest = ByteBuffer.wrap(bytes.toArray());
        if (rest.remaining() < BEFORE_NAME + BEHIND_NAME) {
            throw new BrokenException("it says too little of itself");
        }
        LanlineId id = LanlineId.of(next(rest, LanlineId.KEY_LENGTH));
        Bytes signature = next(rest, Signatures.LENGTH);
        Nickname name = name(rest);
        int port = Short.toUnsignedInt(rest.getShort());
        if (!Claim.isPort(port)) {
            throw new BrokenException("it says that it listens on port 0");
        }
        Claim.Run run = run(rest);
        requireRoom(rest);
        return new Credential(new Claim(id, name, port, run), signature);
    }

    /** Leaves as much as must follow a name. */
    private static Nickname name(ByteBuffer rest) throws BrokenException {
        int length = Byte.toUnsignedInt(rest.get());
        if (length > MOST_NAME_BYTES || rest.remaining() != length + BEHIND_NAME) {
            throw new BrokenException("what it says of itself is not as long as it should be");
        }
        return Nickname.fromPeer(StrictText.decode(next(rest, length)));
    }

    private static Claim.Run run(ByteBuffer rest) throws BrokenException {
        String instance = HexFormat.of().formatHex(next(rest, INSTANCE_LENGTH).toArray());
        long epoch = rest.getLong();
        long counter = rest.getLong();
        if (epoch < 0 || counter < 0) {
            throw new BrokenException("a number below zero in what it says of itself");
        }
        return new Claim.Run(new InstanceId(instance), epoch, counter);
    }

    /** Any text of the usual length must go through, else people would lose messages without knowing why. */
    private static void requireRoom(ByteBuffer rest) throws BrokenException {
        skipCapabilities(rest);
        int longestFrame = rest.getInt();
        if (Integer.compareUnsigned(longestFrame, FrameType.MOST_FRAME_BYTES) < 0) {
            throw new BrokenException("it takes no frames of " + FrameType.MOST_FRAME_BYTES + " bytes");
        }
    }

    /** There are none yet that this version could make use of. */
    private static void skipCapabilities(ByteBuffer rest) {
        rest.getInt();
    }

    private static Bytes next(ByteBuffer rest, int length) {
        byte[] part = new byte[length];
        rest.get(part);
        return Bytes.copyOf(part);
    }
}
