package lanline.core.dialect;

import lanline.core.text.SafeText;

/** What a dialect makes of a datagram. */
public sealed interface Recognition {
    Recognition NOT_MINE = new NotMine();

    /** An announcement of this dialect. */
    record Seen(Sighting sighting) implements Recognition {
        @Override
        public void deliverTo(Handler handler) {
            handler.seen(sighting);
        }
    }

    /** An announcement of this dialect, to be believed if {@code proof} holds. */
    record Signed(Sighting sighting, Proof proof) implements Recognition {
        @Override
        public void deliverTo(Handler handler) {
            handler.signed(sighting, proof);
        }
    }

    /** Another dialect may understand it. */
    record NotMine() implements Recognition {
        @Override
        public void deliverTo(Handler handler) {
            handler.notMine();
        }
    }

    /** Nobody can understand it, for this reason. */
    record Malformed(SafeText why) implements Recognition {
        @Override
        public void deliverTo(Handler handler) {
            handler.malformed(why);
        }
    }

    /** One method a case. */
    interface Handler {
        void seen(Sighting sighting);

        void signed(Sighting sighting, Proof proof);

        void notMine();

        void malformed(SafeText why);
    }

    void deliverTo(Handler handler);
}
