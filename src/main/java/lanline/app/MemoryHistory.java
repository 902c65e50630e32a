package lanline.app;

import java.util.List;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.MessageStored;
import lanline.core.event.StorageEvent.MessagesDurable;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Tag;
import lanline.core.port.History;

/** A history that keeps nothing and says that it does: for people who don't exist. Immutable. */
record MemoryHistory(EventBus bus) implements History {
    @Override
    public void store(ChatMessage message) {
        bus.answer(new MessageStored(message));
        bus.answer(new MessagesDurable(List.of(message.id())));
    }

    @Override
    public void update(MessageId id, Delivery delivery) {
        // Nothing is kept that could change.
    }

    @Override
    public void read(Tag tag, ConversationId conversation, Before before, int limit) {
        bus.answer(new PageLoaded(tag, new Page(conversation, "", List.of(), false)));
    }

    @Override
    public void search(Tag tag, ConversationId conversation, String text, Before before, int limit) {
        bus.answer(new PageLoaded(tag, new Page(conversation, text, List.of(), false)));
    }

    @Override
    public void export(Tag tag, ConversationId conversation, String text, String file) {
        // Nobody asks.
    }
}
