package lanline.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network that announcements can go out on: own address and prefix length there, and the directed broadcast address made from
 * both. One interface with two addresses is two of these.
 */
public record LanInterface(String name, HostAddress address, int prefixLength, HostAddress broadcast) {
    /** On the loopback network broadcasts reach every socket of the host that shares the port ({@code decisions.md} 10). */
    private static final HostAddress LOOPBACK_BROADCAST = new HostAddress("127.255.255.255");

    /** The network inside the machine, there even when every other one is down. */
    public static final LanInterface LOOPBACK =
            new LanInterface("lo", new HostAddress("127.0.0.1"), 8, LOOPBACK_BROADCAST);

    private static final int ADDRESS_BITS = 32;

    /** Works out the directed broadcast address; empty for IPv6 and for prefixes of 31 and 32 bits, which have none. */
    public static Optional<LanInterface> of(String name, HostAddress address, int prefixLength) {
        boolean isIpv4 = address.text().indexOf(':') < 0;
        if (!isIpv4 || prefixLength < 1 || prefixLength > ADDRESS_BITS - 2) {
            return Optional.empty();
        }
        if (address.isLoopback()) {
            return Optional.of(new LanInterface(name, address, prefixLength, LOOPBACK_BROADCAST));
        }
        int hostBits = -1 >>> prefixLength;
        HostAddress broadcast = new HostAddress(toText(toBits(address) | hostBits));
        return Optional.of(new LanInterface(name, address, prefixLength, broadcast));
    }

    public boolean isLoopback() {
        return address.isLoopback();
    }

    /** True if {@code other} lies in this network, by the prefix. */
    public boolean holds(HostAddress other) {
        if (other.text().indexOf(':') >= 0 || prefixLength < 1) {
            return false;
        }
        int mask = -1 << (ADDRESS_BITS - prefixLength);
        return (toBits(address) & mask) == (toBits(other) & mask);
    }

    private static int toBits(HostAddress address) {
        int bits = 0;
        for (String part : address.text().split("\\.", -1)) {
            bits = bits << 8 | Integer.parseInt(part);
        }
        return bits;
    }

    private static String toText(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LanInterface that
                && prefixLength == that.prefixLength
                && name.equals(that.name)
                && address.equals(that.address)
                && broadcast.equals(that.broadcast);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * broadcast.hashCode() + address.hashCode()) + name.hashCode()) + prefixLength;
    }
}
