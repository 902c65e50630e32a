package lanline.edge.store;

import java.sql.SQLException;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ConversationId;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import lanline.core.text.SafeText;

/** A stretch of a conversation, or of everything. */
record PageReading(EventBus bus, Tag tag, ConversationId conversation, Before before, int limit) implements Reading {
    @Override
    public boolean step(StoredMessages messages) throws SQLException {
        try {
            bus.answer(new PageLoaded(tag, messages.page(conversation, before, limit)));
        } catch (SeveralPeopleException unclear) {
            fail(unclear.sentence());
        }
        return true;
    }

    @Override
    public void fail(SafeText reason) {
        bus.answer(new PageFailed(tag, reason));
    }

    @Override
    public boolean isOutdated() {
        return false;
    }
}
