package lanline.core.secure.noise;

import lanline.core.model.Bytes;

/**
 * The other side has shown that it has the secret of {@code key}. Whose key that is, {@code payload} must prove: by a signature of
 * {@code hash}, the handshake hash just before that payload.
 */
public record Introduction<S>(X25519PublicKey key, Bytes payload, Bytes hash, S next) {}
