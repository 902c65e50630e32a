package lanline.core.event;

import java.util.List;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.MessageId;
import lanline.core.model.Pin;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** What the history answered. Answers come in the order of the requests; writes, reads, and exports each for themselves. */
public sealed interface StorageEvent extends Event {
    /** Committed: survives the end of this process from here on ({@code kill -9}), not yet a power cut. */
    record MessageStored(ChatMessage message) implements StorageEvent {}

    /** On the disk for good (fsync), all at once; receipts may go out from here on. */
    record MessagesDurable(List<MessageId> ids) implements StorageEvent {
        public MessagesDurable {
            ids = List.copyOf(ids);
        }
    }

    /** A message with this id is stored already in this conversation and direction: it came twice. MessagesDurable follows again. */
    record MessageKnown(ChatMessage message) implements StorageEvent {}

    /** Could not be stored, for the reason given; the chat goes on without it being kept. */
    record MessageNotStored(ChatMessage message, SafeText reason) implements StorageEvent {}

    /** The history is open. {@code unsent}: own messages that are not where they are to go yet, oldest first. */
    record HistoryOpened(long messages, List<ChatMessage> unsent) implements StorageEvent {
        public HistoryOpened {
            unsent = List.copyOf(unsent);
        }
    }

    /** Everybody whose key is known from earlier runs; once, soon after the start. */
    record PinsLoaded(List<Pin> pins) implements StorageEvent {
        public PinsLoaded {
            pins = List.copyOf(pins);
        }
    }

    /** Another machine that shares the home has met these, or the person there has decided something of them; as it holds for both. */
    record PinsDecided(List<Pin> pins) implements StorageEvent {
        public PinsDecided {
            pins = List.copyOf(pins);
        }
    }

    /** A thing that people should know about their history, in a sentence: set aside, read-only, full. */
    record HistoryTrouble(SafeText sentence) implements StorageEvent {}

    /** The answer to a page or search request: newest last. {@code hasMore}: older ones exist beyond the first. */
    record PageLoaded(Tag tag, Page page) implements StorageEvent {}

    /** A reading request failed. */
    record PageFailed(Tag tag, SafeText reason) implements StorageEvent {}

    /** An export is complete: {@code messages} were written to {@code file}. */
    record HistoryExported(Tag tag, String file, long messages) implements StorageEvent {}

    /** An export failed; nothing is left of it. */
    record ExportFailed(Tag tag, SafeText reason) implements StorageEvent {}

    /** A message with its place in the history: {@code number} rises with each stored message. */
    record Stored(long number, ChatMessage message) {}

    /**
     * A stretch of history, oldest first. {@code conversation} and {@code search} repeat what was asked for (empty text: any);
     * {@code hasOlder}: more lies before the first.
     */
    record Page(ConversationId conversation, String search, List<Stored> messages, boolean hasOlder) {
        public Page {
            messages = List.copyOf(messages);
        }
    }
}
