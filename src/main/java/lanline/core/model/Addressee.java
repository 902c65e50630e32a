package lanline.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lanline.core.text.Folding;

/** Whom a person means by what was typed: a peer id, {@code name@address}, or a name that only one peer bears. */
public sealed interface Addressee {
    /** Exactly one peer is meant. */
    record One(Peer peer) implements Addressee {
        @Override
        public void deliverTo(Handler handler) {
            handler.one(peer);
        }
    }

    /** Nobody known bears that name. */
    record Nobody() implements Addressee {
        @Override
        public void deliverTo(Handler handler) {
            handler.nobody();
        }
    }

    /** Several bear it; a person has to choose. */
    record Several(List<Peer> peers) implements Addressee {
        @Override
        public void deliverTo(Handler handler) {
            handler.several(peers);
        }
    }

    /** One method a case. */
    interface Handler {
        void one(Peer peer);

        void nobody();

        void several(List<Peer> peers);
    }

    void deliverTo(Handler handler);

    /**
     * Looks {@code typed} up: ids and exact forms first, then full forms, then names, all but ids with case and accents folded; so nobody can take
     * the place of another by calling himself so.
     */
    static Addressee find(String typed, Collection<Peer> peers) {
        String folded = Folding.fold(typed);
        List<Peer> byFullName = new ArrayList<>();
        List<Peer> byName = new ArrayList<>();
        for (Peer peer : peers) {
            if (peer.id().text().equals(typed) || Folding.fold(peer.exactName()).equals(folded)) {
                return new One(peer);
            }
            if (Folding.fold(peer.fullName()).equals(folded)) {
                byFullName.add(peer);
            } else if (isNamed(peer, typed, folded)) {
                byName.add(peer);
            }
        }
        return among(byFullName.isEmpty() ? byName : byFullName);
    }

    private static boolean isNamed(Peer peer, String typed, String folded) {
        return Folding.fold(peer.name().toString()).equals(folded)
                || peer.name().folded().equals(typed);
    }

    private static Addressee among(List<Peer> named) {
        return switch (named.size()) {
            case 0 -> new Nobody();
            case 1 -> new One(named.get(0));
            default -> new Several(List.copyOf(named));
        };
    }
}
