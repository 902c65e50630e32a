package lanline.edge.store;

import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;

/** What is to be written. */
sealed interface Change {
    record Store(ChatMessage message) implements Change {
        @Override
        public <E extends Exception> void deliverTo(Handler<E> handler) throws E {
            handler.store(message);
        }
    }

    record Update(MessageId id, Delivery delivery) implements Change {
        @Override
        public <E extends Exception> void deliverTo(Handler<E> handler) throws E {
            handler.update(id, delivery);
        }
    }

    /** One method a case. */
    interface Handler<E extends Exception> {
        void store(ChatMessage message) throws E;

        void update(MessageId id, Delivery delivery) throws E;
    }

    <E extends Exception> void deliverTo(Handler<E> handler) throws E;
}
