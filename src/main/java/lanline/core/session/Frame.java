package lanline.core.session;

import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;

/** What one side says to the other in a session, once it is up. */
public sealed interface Frame {
    /** The first frame of each side: the session is up when the other's has been opened. */
    record Hello() implements Frame {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.hello(this);
        }
    }

    /** A chat message; what is said has at most {@link #MOST_TEXT_BYTES} of UTF-8. */
    record Text(MessageId id, SafeText text) implements Frame {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.text(this);
        }
    }

    /** These messages of the other side, 1 to {@link #MOST_IDS}, are stored here for good. */
    record Receipt(List<MessageId> ids) implements Frame {
        /** What one commit stores at a time, about; more are said in several receipts. */
        public static final int MOST_IDS = 64;

        public Receipt {
            ids = List.copyOf(ids);
            if (ids.isEmpty() || ids.size() > MOST_IDS) {
                throw new IllegalArgumentException("a receipt for " + ids.size() + " messages");
            }
        }

        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.receipt(this);
        }
    }

    record Ping() implements Frame {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.ping(this);
        }
    }

    record Pong() implements Frame {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.pong(this);
        }
    }

    /** The last frame of a side. */
    record Bye(Reason reason) implements Frame {
        /** {@code LEFT}: the program ends. {@code REPLACED}: another session with the same instance stays. {@code BLOCKED}: not wanted. */
        public enum Reason {
            LEFT,
            REPLACED,
            BLOCKED
        }

        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.bye(this);
        }
    }

    /** A step of comparing words; what is in it the programs of the two persons know. */
    record Compare(ComparisonStep step, Bytes content) implements Frame {
        /** A hash and a few numbers take far less. */
        public static final int MOST_CONTENT_BYTES = 1_024;

        public Compare {
            if (content.length() > MOST_CONTENT_BYTES) {
                throw new IllegalArgumentException("a step with " + content.length() + " bytes");
            }
        }

        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.compare(this);
        }
    }

    /** More is cut into several messages. */
    int MOST_TEXT_BYTES = 8_192;

    /** One method a case. */
    interface Handler<R> {
        R hello(Hello hello);

        R text(Text text);

        R receipt(Receipt receipt);

        R ping(Ping ping);

        R pong(Pong pong);

        R bye(Bye bye);

        R compare(Compare compare);
    }

    <R> R deliverTo(Handler<R> handler);
}
