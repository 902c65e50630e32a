package lanline.core.secure.noise;

import lanline.core.model.Bytes;

/** A message of the handshake for the other side, and the state once it is sent. */
public record Sent<S>(Bytes message, S next) {}
