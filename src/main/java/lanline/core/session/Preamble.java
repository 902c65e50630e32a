package lanline.core.session;

import lanline.core.model.Bytes;

/**
 * The first bytes of who dials, the only ones in the clear: {@code F5 'L' 'L' '1' | version 01 | suite | flags 00 | 00}
 * ({@code security.md} section 3). Whoever changes them on the way ends the handshake: both sides hash them.
 */
record Preamble(Suite suite) {
    static final int LENGTH = 8;

    private static final byte[] MAGIC = {Session.FIRST_BYTE, 'L', 'L', '1'};
    private static final int VERSION_AT = 4;
    private static final int SUITE_AT = 5;
    private static final int FLAGS_AT = 6;
    private static final int LAST_AT = 7;
    private static final byte VERSION = 1;

    Bytes bytes() {
        byte[] bytes = new byte[LENGTH];
        System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
        bytes[VERSION_AT] = VERSION;
        bytes[SUITE_AT] = (byte) suite.number();
        return Bytes.copyOf(bytes);
    }

    static Preamble parse(Bytes bytes) throws BrokenException {
        if (bytes.length() != LENGTH || !bytes.slice(0, MAGIC.length).equals(Bytes.copyOf(MAGIC))) {
            throw new BrokenException("it does not begin as a session of Lanline does");
        }
        if (bytes.at(VERSION_AT) != VERSION) {
            throw new BrokenException("a version of the session that this Lanline does not know");
        }
        if (bytes.at(FLAGS_AT) != 0 || bytes.at(LAST_AT) != 0) {
            throw new BrokenException("a kind of session that this Lanline does not know");
        }
        return new Preamble(Suite.ofNumber(bytes.at(SUITE_AT) & 0xFF)
                .orElseThrow(() -> new BrokenException("an encryption that this Lanline does not know")));
    }
}
