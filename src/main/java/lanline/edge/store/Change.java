package lanline.edge.store;

import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;

/** What is to be written. */
sealed interface Change {
    /** Characters for which a message counts once more: few long ones take as much memory as many short ones. */
    int LONG_TEXT = 1_024;

    record Store(ChatMessage message) implements Change {
        @Override
        public <E extends Exception> void deliverTo(Handler<E> handler) throws E {
            handler.store(message);
        }

        @Override
        public int weight() {
            return 1 + message.text().value().length() / LONG_TEXT;
        }
    }

    record Update(MessageId id, Delivery delivery) implements Change {
        @Override
        public <E extends Exception> void deliverTo(Handler<E> handler) throws E {
            handler.update(id, delivery);
        }

        @Override
        public int weight() {
            return 1;
        }
    }

    /** One method a case. */
    interface Handler<E extends Exception> {
        void store(ChatMessage message) throws E;

        void update(MessageId id, Delivery delivery) throws E;
    }

    <E extends Exception> void deliverTo(Handler<E> handler) throws E;

    /** What it counts for where changes wait. */
    int weight();
}
