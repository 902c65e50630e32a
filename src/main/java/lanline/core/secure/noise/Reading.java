package lanline.core.secure.noise;

/** What came of reading a message of the other side. */
public sealed interface Reading<T> {
    record Accepted<T>(T content) implements Reading<T> {
        @Override
        public <R> R deliverTo(Handler<T, R> handler) {
            return handler.accepted(content);
        }
    }

    /** All keys are wiped; there is nothing left but to close. {@code why} is a sentence for the log. */
    record Refused<T>(String why) implements Reading<T> {
        @Override
        public <R> R deliverTo(Handler<T, R> handler) {
            return handler.refused(why);
        }
    }

    /** One method a case. */
    interface Handler<T, R> {
        R accepted(T content);

        R refused(String why);
    }

    <R> R deliverTo(Handler<T, R> handler);
}
