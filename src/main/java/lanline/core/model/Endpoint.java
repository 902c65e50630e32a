package lanline.core.model;

import org.jspecify.annotations.Nullable;

/** An address and a port, 1 to 65,535, of UDP or TCP as the context says. */
public record Endpoint(HostAddress host, int port) {
    public Endpoint {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
    }

    @Override
    public String toString() {
        return host.text().indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint that && port == that.port && host.equals(that.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }
}
