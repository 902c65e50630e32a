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

    /** Looks {@code typed} up: exact ids first, then full forms, then names with case and accents folded. */
    static Addressee find(String typed, Collection<Peer> peers) {
        List<Peer> named = new ArrayList<>();
        String folded = Folding.fold(typed);
        for (Peer peer : peers) {
            if (peer.id().text().equals(typed) || peer.fullName().equals(typed)) {
                return new One(peer);
            }
            if (Folding.fold(peer.name().toString()).equals(folded)
                    || peer.name().folded().equals(typed)) {
                named.add(peer);
            }
        }
        return switch (named.size()) {
            case 0 -> new Nobody();
            case 1 -> new One(named.get(0));
            default -> new Several(List.copyOf(named));
        };
    }
}
