package lanline.edge.text;

import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ConversationOpened;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.Tag;

/**
 * Counts the commands whose answers come later, so that the end of the input does not end the program before them.
 * {@link #asked} and {@link #await} on the thread {@code in}; answers are counted on the bus thread.
 */
final class Unanswered {
    /** The history answers within milliseconds; after so long an answer is given up, so that a script ends. */
    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore answered = new Semaphore(0);
    private final Set<String> kinds;
    private int asked;

    /** {@code kinds} of commands, by their {@link Kind}, are answered by a page, an export, a conversation, or a refusal. */
    Unanswered(EventBus bus, Set<String> kinds) {
        this.kinds = kinds;
        bus.subscribe(PageLoaded.class, event -> answered(event.tag()));
        bus.subscribe(HistoryExported.class, event -> answered(event.tag()));
        bus.subscribe(ConversationOpened.class, event -> answered(event.tag()));
        bus.subscribe(CommandRefused.class, event -> answered(event.tag()));
    }

    private void answered(Tag tag) {
        if (kinds.contains(Kind.of(tag))) {
            answered.release();
        }
    }

    void asked(Tag tag) {
        if (kinds.contains(Kind.of(tag))) {
            asked++;
        }
    }

    /** Waits until everything is answered. */
    void await() throws InterruptedException {
        if (answered.tryAcquire(asked, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            asked = 0;
        }
    }
}
