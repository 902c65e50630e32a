package lanline.core.conversation;

import java.util.List;
import java.util.OptionalLong;
import lanline.core.model.Endpoint;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Party;
import lanline.core.text.SafeText;

/** What carries messages to other Lanlines: their sessions, as conversations use them. Called on the bus thread. */
public interface Courier {
    /** The other sides of the live sessions with {@code id}, one an instance. */
    List<Party> with(LanlineId id);

    /** Says a message in the session on {@code link}, and how many of its bytes have left then; empty if it no longer stands, and nothing was said. */
    OptionalLong say(LinkId link, MessageId id, SafeText text);

    /** The other side has proven that it has read so many bytes of {@code link}. */
    void hasRead(LinkId link, long bytes);

    /** Says that messages heard in the session on {@code link} are stored for good; nothing where that no longer stands. */
    void acknowledge(LinkId link, List<MessageId> ids);

    /** Something waits for {@code id}: a session is to be begun now, at one of {@code at}. */
    void want(LanlineId id, List<Endpoint> at);
}
