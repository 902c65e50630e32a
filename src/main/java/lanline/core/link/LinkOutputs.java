package lanline.core.link;

import java.util.Optional;
import java.util.function.Supplier;
import lanline.core.dialect.Output;
import lanline.core.event.ChatEvent.AnswerHeard;
import lanline.core.event.ChatEvent.HabitsSeen;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.SenderIntroduced;
import lanline.core.event.ChatEvent.SenderLeft;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.EventBus;
import lanline.core.model.Bytes;
import lanline.core.model.ConversationId;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.model.Speaks;
import lanline.core.port.Network;
import lanline.core.text.SafeText;

/** Carries out what a protocol wants on its link. {@code speaks}: may become known with the first bytes. Lives on the bus thread. */
class LinkOutputs implements Output.Handler {
    private final EventBus bus;
    private final Network network;
    private final LinkId link;
    private final Endpoint other;
    private final Supplier<Speaks> speaks;
    private boolean cutOff;

    LinkOutputs(EventBus bus, Network network, LinkId link, Endpoint other, Supplier<Speaks> speaks) {
        this.bus = bus;
        this.network = network;
        this.link = link;
        this.other = other;
        this.speaks = speaks;
    }

    /** What else comes on the link is not for the protocol any more. */
    boolean isCutOff() {
        return cutOff;
    }

    @Override
    public void transmit(Bytes bytes) {
        network.transmit(link, bytes);
    }

    @Override
    public void finish() {
        network.finish(link);
    }

    @Override
    public void heard(SenderClaim claim, SafeText text, Security security) {
        bus.raise(new TextHeard(other, claim, text, new TextHeard.Way(speaks.get(), security)));
    }

    @Override
    public void learned(Habits seen) {
        bus.raise(new HabitsSeen(other, speaks.get(), seen));
    }

    @Override
    public void introduced(Nickname name) {
        bus.raise(new SenderIntroduced(other, name, speaks.get()));
    }

    @Override
    public void left(SenderClaim claim) {
        bus.raise(new SenderLeft(other, claim, speaks.get()));
    }

    @Override
    public void answered(Optional<MessageId> id, SafeText answer) {
        bus.raise(new AnswerHeard(other, answer));
    }

    @Override
    public void withheld(long forMillis) {
        // Only a link that we dialled has something to say.
    }

    @Override
    public void released() {
        // As above.
    }

    @Override
    public void redial() {
        // As above.
    }

    @Override
    public void unsaid(SafeText why) {
        // As above.
    }

    @Override
    public void sent(MessageId id) {
        // Only a link that we dialled has sent something.
    }

    @Override
    public void broken(SafeText why) {
        cutOff = true;
        network.close(link);
        SafeText sentence =
                SafeText.line(other.host() + " was cut off: " + why + "; what had no end is lost, ask for it again");
        bus.raise(new Notice(Notice.Kind.TROUBLE, sentence, ConversationId.HOME));
    }
}
