package lanline.core.secure.noise;

/** The two sides of a handshake: who dials, and who is dialled. */
enum Role {
    INITIATOR,
    RESPONDER
}
