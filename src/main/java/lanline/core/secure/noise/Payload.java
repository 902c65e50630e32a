package lanline.core.secure.noise;

import lanline.core.model.Bytes;

/** What a side says in a message of the handshake. It may sign {@code handshakeHash}: all of the handshake up to just before this payload. */
@FunctionalInterface
public interface Payload {
    Bytes over(Bytes handshakeHash);
}
