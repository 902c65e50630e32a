package lanline.core.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.ConversationOpened;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.CloseConversation;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.event.UserCommand.OpenNeighbour;
import lanline.core.event.UserCommand.OpenNumber;
import lanline.core.model.Addressee;
import lanline.core.model.ConversationId;
import lanline.core.model.LanlineId;
import lanline.core.model.Peer;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** Which conversations are open, in the order of their numbers, and which one is on screen. Lives on the bus thread. */
public final class OpenConversations {
    /** Open at a time: more than people keep up with. One more, which a stranger may open, closes the earliest; the history keeps it. */
    static final int MOST = 500;

    private final EventBus bus;
    private final People people;
    private final List<ConversationId> open = new ArrayList<>();
    private ConversationId current = ConversationId.HOME;
    private ConversationId before = ConversationId.HOME;

    public OpenConversations(EventBus bus, People people) {
        this.bus = bus;
        this.people = people;
        bus.subscribe(OpenConversation.class, this::onOpen);
        bus.subscribe(OpenNumber.class, this::onNumber);
        bus.subscribe(OpenNeighbour.class, this::onNeighbour);
        bus.subscribe(CloseConversation.class, this::onClose);
        bus.subscribe(MessageArrived.class, event -> add(event.message().conversation()));
        bus.subscribe(MessageQueued.class, event -> add(event.message().conversation()));
    }

    private void onOpen(OpenConversation command) {
        people.find(command.to()).deliverTo(new Addressee.Handler() {
            @Override
            public void one(Peer peer) {
                show(command.tag(), ConversationId.with(peer.id()));
            }

            @Override
            public void nobody() {
                openById(command);
            }

            @Override
            public void several(List<Peer> peers) {
                bus.raise(CommandRefused.ambiguousPeer(command.tag(), command.to(), peers));
            }
        });
    }

    /** A conversation whose peer was not heard in this run can be opened by its id, to read: from the history view. */
    private void openById(OpenConversation command) {
        ConversationId id = new ConversationId(command.to());
        boolean hasFormOfId =
                command.to().indexOf('@') > 0 || LanlineId.parse(command.to()).isPresent();
        if (id.equals(ConversationId.HOME) || hasFormOfId || open.contains(id)) {
            show(command.tag(), id);
        } else {
            bus.raise(CommandRefused.unknownPeer(command.tag(), command.to()));
        }
    }

    private void onNumber(OpenNumber command) {
        if (command.number() < 1 || command.number() > open.size()) {
            SafeText sentence = SafeText.line(
                    "there is no conversation " + command.number() + "; /buffer NAME or /query NAME opens one");
            bus.raise(new CommandRefused(command.tag(), CommandRefused.Code.BAD_COMMAND, sentence, List.of()));
            return;
        }
        ConversationId chosen = open.get(command.number() - 1);
        show(command.tag(), chosen.equals(current) ? before : chosen);
    }

    /** Home stands before the first one. */
    private void onNeighbour(OpenNeighbour command) {
        int places = open.size() + 1;
        int next = Math.floorMod(open.indexOf(current) + 1 + command.step(), places);
        show(command.tag(), next == 0 ? ConversationId.HOME : open.get(next - 1));
    }

    private void onClose(CloseConversation command) {
        ConversationId closed = current;
        open.remove(closed);
        ConversationId next = open.contains(before) ? before : ConversationId.HOME;
        before = ConversationId.HOME;
        current = next;
        tell(command.tag());
    }

    private void add(ConversationId conversation) {
        if (!open.contains(conversation)) {
            open.add(conversation);
            forgetEarliest();
            bus.raise(new ConversationsChanged(open, current));
        }
    }

    private void show(Tag tag, ConversationId chosen) {
        if (!chosen.equals(current)) {
            before = current;
            current = chosen;
        }
        if (!open.contains(chosen) && !chosen.equals(ConversationId.HOME)) {
            open.add(chosen);
            forgetEarliest();
        }
        tell(tag);
    }

    private void forgetEarliest() {
        if (open.size() > MOST) {
            ConversationId earliest = open.get(open.get(0).equals(current) ? 1 : 0);
            open.remove(earliest);
            bus.raise(new ConversationForgotten(earliest));
        }
    }

    private void tell(Tag tag) {
        bus.raise(new ConversationsChanged(open, current));
        Optional<Peer> peer = people.in(current);
        bus.raise(new ConversationOpened(tag, current, peer));
    }
}
