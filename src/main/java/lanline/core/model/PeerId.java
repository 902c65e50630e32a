package lanline.core.model;

import org.jspecify.annotations.Nullable;

/**
 * Who a peer is, stable over runs: a Lanline's own id, or for an older program {@code name@address} ({@code cli.md}, JSON).
 */
public record PeerId(String text) implements Comparable<PeerId> {
    public PeerId {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a peer id is never empty");
        }
    }

    public static PeerId lanline(LanlineId id) {
        return new PeerId(id.text());
    }

    /** An older program proves nothing about itself: the folded name it gave and the address it spoke from are all there is. */
    public static PeerId older(Nickname name, HostAddress address) {
        return new PeerId(name.folded() + "@" + address);
    }

    @Override
    public int compareTo(PeerId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeerId that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
