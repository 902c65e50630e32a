package lanline.core.secure.noise;

/** What a message of a handshake is made of (Noise revision 34, section 7; {@code e1} and {@code ekem1}: its HFS extension, section 4). */
enum Token {
    /** A fresh X25519 key, in the clear. */
    E,
    /** The sender's static X25519 key, encrypted once there is a key. */
    S,
    /** Diffie-Hellman; the first letter is the initiator's key, the second the responder's. */
    EE,
    ES,
    SE,
    SS,
    /** A fresh ML-KEM-768 key. */
    E1,
    /** A secret for the other side's {@link #E1}. */
    EKEM1
}
