package lanline.core.conversation;

import java.util.List;
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

    /** Says a message in the session on {@code link}; false if that no longer stands, and nothing was said. */
    boolean say(LinkId link, MessageId id, SafeText text);

    /** Says that messages heard in the session on {@code link} are stored for good; nothing where that no longer stands. */
    void acknowledge(LinkId link, List<MessageId> ids);

    /** Something waits for {@code id}: a session is to be begun now, at one of {@code at}. */
    void want(LanlineId id, List<Endpoint> at);
}
