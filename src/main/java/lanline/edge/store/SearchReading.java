package lanline.edge.store;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentMap;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ConversationId;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import lanline.core.text.SafeText;

/**
 * A search. One that a newer one with the same tag has overtaken is dropped without an answer, so that searching while one types
 * never queues up. Immutable; told from others by identity, since the same search asked twice is two searches.
 */
final class SearchReading implements Reading {
    private final EventBus bus;
    private final ConcurrentMap<Tag, SearchReading> newest;
    private final Tag tag;
    private final Search what;

    /** {@code newest}: the newest unfinished search of each tag, shared with the bus thread. */
    SearchReading(EventBus bus, ConcurrentMap<Tag, SearchReading> newest, Tag tag, Search what) {
        this.bus = bus;
        this.newest = newest;
        this.tag = tag;
        this.what = what;
    }

    /** What is searched for. */
    record Search(ConversationId in, String text, Before before, int limit) {}

    /** Makes it the newest of its tag; one without a tag is never overtaken, since its answers could not be told apart. */
    void begin() {
        if (!tag.isNone()) {
            newest.put(tag, this);
        }
    }

    @Override
    public boolean step(StoredMessages messages) throws SQLException {
        try {
            bus.answer(new PageLoaded(tag, messages.search(what.in(), what.text(), what.before(), what.limit())));
            end();
        } catch (SeveralPeopleException unclear) {
            fail(unclear.sentence());
        }
        return true;
    }

    @Override
    public void fail(SafeText reason) {
        bus.answer(new PageFailed(tag, reason));
        end();
    }

    @Override
    public boolean isOutdated() {
        return !tag.isNone() && newest.get(tag) != this;
    }

    private void end() {
        newest.remove(tag, this);
    }
}
