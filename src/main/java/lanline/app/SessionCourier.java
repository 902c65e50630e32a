package lanline.app;

import java.util.List;
import java.util.OptionalLong;
import lanline.core.conversation.Courier;
import lanline.core.link.Sessions;
import lanline.core.model.Endpoint;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Party;
import lanline.core.session.Frame;
import lanline.core.text.SafeText;

/** Gives conversations the sessions, which know nothing of them. Lives on the bus thread. */
record SessionCourier(Sessions sessions) implements Courier {
    @Override
    public List<Party> with(LanlineId id) {
        return sessions.with(id);
    }

    @Override
    public OptionalLong say(LinkId link, MessageId id, SafeText text) {
        boolean isSaid = sessions.say(link, new Frame.Text(id, text));
        return isSaid ? OptionalLong.of(sessions.transmitted(link)) : OptionalLong.empty();
    }

    @Override
    public void hasRead(LinkId link, long bytes) {
        sessions.hasRead(link, bytes);
    }

    @Override
    public void acknowledge(LinkId link, List<MessageId> ids) {
        sessions.say(link, new Frame.Receipt(ids));
    }

    @Override
    public void want(LanlineId id, List<Endpoint> at) {
        sessions.want(id, at);
    }
}
