package lanline.core.session;

import lanline.core.model.Bytes;
import lanline.core.secure.Sha256;

/** What both sides must agree on before the first message of Noise ({@code security.md} section 3); else that message doesn't open. */
record Prologue(Bytes bytes) {
    private static final Bytes DIRECTLY = Bytes.utf8("LL1 tcp v1");

    /**
     * Two groups on one LAN that want nothing of each other could have networks of different names; so far there is one, and its name is empty.
     */
    private static final Bytes NETWORK = Sha256.of(Bytes.utf8(""));

    /** Of a session on a link of its own, not through a hub. */
    static Prologue direct(Preamble preamble) {
        byte[] joined = new byte[DIRECTLY.length() + Preamble.LENGTH + Sha256.LENGTH];
        DIRECTLY.copyTo(joined, 0);
        preamble.bytes().copyTo(joined, DIRECTLY.length());
        NETWORK.copyTo(joined, DIRECTLY.length() + Preamble.LENGTH);
        return new Prologue(Bytes.copyOf(joined));
    }
}
