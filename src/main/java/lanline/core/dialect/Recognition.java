package lanline.core.dialect;

import lanline.core.model.Nickname;
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

    /** Somebody called {@code name} says to be a Lanline, and can't be taken for one, for this reason. */
    record Refused(Nickname name, SafeText why) implements Recognition {
        @Override
        public void deliverTo(Handler handler) {
            handler.refused(name, why);
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

        void refused(Nickname name, SafeText why);

        void malformed(SafeText why);
    }

    void deliverTo(Handler handler);
}
