package lanline.testing;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.text.SafeText;

/** A history that writes down what it is asked, and answers when a test says so. */
public final class HeldHistory implements History {
    private final EventBus bus;
    private final List<ChatMessage> stored = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Tag> readTags = new ArrayList<>();

    public HeldHistory(EventBus bus) {
        this.bus = bus;
    }

    /** Commits all that waits. */
    public void commit() {
        List<ChatMessage> group = List.copyOf(stored);
        stored.clear();
        group.forEach(message -> bus.answer(new StorageEvent.MessageStored(message)));
        bus.runPending();
    }

    /** Keeps nothing of what waits. */
    public void fail() {
        List<ChatMessage> group = List.copyOf(stored);
        stored.clear();
        SafeText reason = SafeText.line("the disk is full");
        group.forEach(message -> bus.answer(new StorageEvent.MessageNotStored(message, reason)));
        bus.runPending();
    }

    /** Answers the read that waits longest. */
    public void load(boolean hasOlder, List<StorageEvent.Stored> messages) {
        StorageEvent.Page page = new StorageEvent.Page(ConversationId.HOME, "", messages, hasOlder);
        bus.answer(new StorageEvent.PageLoaded(readTags.remove(0), page));
        bus.runPending();
    }

    public List<ChatMessage> waiting() {
        return List.copyOf(stored);
    }

    /** Updates and reads since the last call, in a line each. */
    public List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    public void store(ChatMessage message) {
        stored.add(message);
    }

    @Override
    public void update(MessageId id, Delivery delivery) {
        asked.add("update " + delivery.state() + " " + delivery.reason());
    }

    @Override
    public void read(Tag tag, ConversationId conversation, Before before, int limit) {
        readTags.add(tag);
        asked.add("read " + conversation + " before " + before.number() + " " + limit);
    }

    @Override
    public void search(Tag tag, ConversationId conversation, String text, Before before, int limit) {
        asked.add("search " + conversation + " " + text + " " + limit);
    }

    @Override
    public void export(Tag tag, ConversationId conversation, String text, String file) {
        asked.add("export " + conversation + " " + (text.isEmpty() ? "" : "\"" + text + "\" ") + file);
    }
}
