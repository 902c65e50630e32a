package lanline.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to one running instance of a peer, the best first; at least one. */
public record Route(List<Endpoint> endpoints) {
    public Route {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a route leads somewhere");
        }
    }

    public Endpoint best() {
        return endpoints.get(0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Route that && endpoints.equals(that.endpoints);
    }

    @Override
    public int hashCode() {
        return endpoints.hashCode();
    }
}
