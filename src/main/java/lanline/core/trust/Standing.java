package lanline.core.trust;

import lanline.core.model.Peer;
import lanline.core.model.Trust;
import org.jspecify.annotations.Nullable;

/** What is to be thought of somebody: see {@link lanline.core.model.Persona}. */
record Standing(Trust trust, boolean isSuspect) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Standing that && trust == that.trust && isSuspect == that.isSuspect;
    }

    @Override
    public int hashCode() {
        return 2 * trust.hashCode() + (isSuspect ? 1 : 0);
    }

    static Standing told(Peer peer) {
        return new Standing(peer.trust(), peer.persona().isSuspect());
    }
}
