package lanline.core.dialect;

import lanline.core.text.SafeText;

/** What a dialect makes of a datagram. */
public sealed interface Recognition {
    Recognition NOT_MINE = new NotMine();

    /** An announcement of this dialect. */
    record Seen(Sighting sighting) implements Recognition {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.seen(sighting);
        }
    }

    /** Another dialect may understand it. */
    record NotMine() implements Recognition {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.notMine();
        }
    }

    /** Nobody can understand it, for this reason. */
    record Malformed(SafeText why) implements Recognition {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.malformed(why);
        }
    }

    /** One method a case. */
    interface Handler<R> {
        R seen(Sighting sighting);

        R notMine();

        R malformed(SafeText why);
    }

    <R> R deliverTo(Handler<R> handler);
}
