package lanline.core.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.EventBus;
import lanline.core.model.Addressee;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** Finds whom a command about trust is for, and answers it. Lives on the bus thread. */
public final class Chosen {
    private final EventBus bus;
    private final Function<String, Addressee> people;
    private ConversationId current = ConversationId.HOME;

    /** {@code people}: finds a person by what was typed. */
    public Chosen(EventBus bus, Function<String, Addressee> people) {
        this.bus = bus;
        this.people = people;
        bus.subscribe(ConversationsChanged.class, event -> current = event.current());
    }

    /** Does {@code then} with the one whom {@code typed} names, or with whom the current conversation is; otherwise says why not. */
    void find(Tag tag, String typed, Consumer<Peer> then) {
        String name = typed.isEmpty() ? current.text() : typed;
        if (name.equals(ConversationId.HOME.text())) {
            refuse(tag, "say who: no conversation is open; /users lists who is here");
            return;
        }
        people.apply(name).deliverTo(new Addressee.Handler() {
            @Override
            public void one(Peer peer) {
                then.accept(peer);
            }

            @Override
            public void nobody() {
                bus.raise(CommandRefused.unknownPeer(tag, name));
            }

            @Override
            public void several(List<Peer> peers) {
                bus.raise(CommandRefused.ambiguousPeer(tag, name, peers));
            }
        });
    }

    /** The same where the key's first signs tell apart whom the name does not. */
    void findByHint(Tag tag, String typed, String hint, Consumer<Peer> then) {
        people.apply(typed).deliverTo(new Addressee.Handler() {
            @Override
            public void one(Peer peer) {
                then.accept(peer);
            }

            @Override
            public void nobody() {
                bus.raise(CommandRefused.unknownPeer(tag, typed));
            }

            @Override
            public void several(List<Peer> peers) {
                List<Peer> meant = peers.stream()
                        .filter(peer -> peer.id().text().startsWith(hint))
                        .toList();
                if (meant.size() == 1) {
                    then.accept(meant.get(0));
                } else {
                    bus.raise(CommandRefused.ambiguousPeer(tag, typed, peers));
                }
            }
        });
    }

    /** Whom the list, or what is remembered of it, knows by {@code id}. */
    Optional<Peer> known(PeerId id) {
        List<Peer> found = new ArrayList<>();
        people.apply(id.text()).deliverTo(new Addressee.Handler() {
            @Override
            public void one(Peer peer) {
                found.add(peer);
            }

            @Override
            public void nobody() {
                // Gone from the list while it said something: nobody is told about it.
            }

            @Override
            public void several(List<Peer> peers) {
                // Ids are looked up first, and no two peers have one.
            }
        });
        return found.stream().findFirst();
    }

    void answer(Tag tag, String... sentences) {
        bus.raise(new Answered(
                tag, List.of(sentences).stream().map(SafeText::line).toList()));
    }

    void refuse(Tag tag, String sentence) {
        bus.raise(new CommandRefused(tag, CommandRefused.Code.BAD_COMMAND, SafeText.line(sentence), List.of()));
    }
}
