package lanline.core.dialect;

import lanline.core.model.MessageId;
import lanline.core.text.SafeText;

/** Something to say to a peer, whatever it speaks. Receipts, room records and history requests join with their issues. */
public sealed interface Utterance {
    /** A message, short enough for the dialect ({@link Dialect#parts}). */
    record Text(MessageId id, SafeText text) implements Utterance {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.text(this);
        }
    }

    /** One method a case. */
    interface Handler<R> {
        R text(Text text);
    }

    <R> R deliverTo(Handler<R> handler);
}
