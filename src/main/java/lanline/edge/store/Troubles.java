package lanline.edge.store;

import java.util.EnumMap;
import java.util.Map;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.text.SafeText;

/** What people were told to be out of order, so that each is said once until it changes. Lives on one thread. */
final class Troubles {
    private final EventBus bus;
    private final Map<About, String> told = new EnumMap<>(About.class);

    Troubles(EventBus bus) {
        this.bus = bus;
    }

    /** Things that are out of order independently of each other. */
    enum About {
        DATABASE,
        SPACE,
        LOG,
        DURABILITY
    }

    void tell(About about, String sentence) {
        if (!sentence.equals(told.put(about, sentence))) {
            bus.answer(new HistoryTrouble(SafeText.line(sentence)));
        }
    }

    /** It works again: says {@code sentence} if people think otherwise. */
    void settle(About about, String sentence) {
        if (told.remove(about) != null) {
            bus.answer(new HistoryTrouble(SafeText.line(sentence)));
        }
    }
}
