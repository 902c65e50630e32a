package lanline.edge.store;

import java.io.IOException;
import java.sql.SQLException;
import lanline.core.text.SafeText;

/** Something that was asked of the stored messages. Done in steps, so that nothing else waits long. */
interface Reading {
    /** Does a part of it on the thread that owns {@code messages}, and answers once all is done; true when all is done. */
    boolean step(StoredMessages messages) throws SQLException, IOException;

    /** It can't be done: answers so, and leaves nothing behind. */
    void fail(SafeText reason);

    /** True if nobody waits for the answer any more. Any thread. */
    boolean isOutdated();
}
