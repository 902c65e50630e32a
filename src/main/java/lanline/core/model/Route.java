package lanline.core.model;

import java.util.List;

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
}
