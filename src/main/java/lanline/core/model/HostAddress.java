package lanline.core.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host's numeric address, IPv4 dotted or IPv6 in hexadecimal groups, as text in lower case.
 *
 * <p>Never a host name: names are looked up at the edge. A datagram's or connection's source always has this form.
 */
public record HostAddress(String text) implements Comparable<HostAddress> {
    /** The longest textual IPv6 address with a scope has fewer characters than this. */
    private static final int LONGEST = 64;

    private static final Pattern GROUPS = Pattern.compile("[0-9a-f:.]+(%[a-z0-9._-]+)?");
    private static final String TO_255 = "([01]?[0-9]?[0-9]|2[0-4][0-9]|25[0-5])";
    private static final Pattern DOTTED_QUAD = Pattern.compile(TO_255 + "(\\." + TO_255 + "){3}");

    public HostAddress {
        text = text.toLowerCase(Locale.ROOT);
        if (!isNumeric(text)) {
            throw new IllegalArgumentException("not a numeric address: " + text);
        }
    }

    /** Reads an address that somebody else wrote; empty if it is not numeric. */
    public static Optional<HostAddress> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isNumeric(lower) ? Optional.of(new HostAddress(lower)) : Optional.empty();
    }

    /** True for the machine's own loopback addresses. */
    public boolean isLoopback() {
        return text.startsWith("127.") || text.equals("::1") || text.equals("0:0:0:0:0:0:0:1");
    }

    private static boolean isNumeric(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        return (text.indexOf(':') >= 0 ? GROUPS : DOTTED_QUAD).matcher(text).matches();
    }

    @Override
    public int compareTo(HostAddress other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostAddress that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
