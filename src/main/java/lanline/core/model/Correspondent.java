package lanline.core.model;

import org.jspecify.annotations.Nullable;

/** The other side of a message as it was at that time: identity, the name it bore, its address, and how it spoke. */
public record Correspondent(PeerId id, Nickname name, HostAddress address, Speaks speaks) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Correspondent that
                && speaks == that.speaks
                && id.equals(that.id)
                && name.equals(that.name)
                && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * address.hashCode() + name.hashCode()) + id.hashCode()) + speaks.hashCode();
    }
}
