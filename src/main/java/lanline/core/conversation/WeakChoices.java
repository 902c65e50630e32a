package lanline.core.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.ProtectionChosen;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.ChooseWeak;
import lanline.core.model.Addressee;
import lanline.core.model.ConversationId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/**
 * To whom the person at this terminal wants the old course encryption used: for this run, and never chosen by the program, since it
 * protects nothing. Lives on the bus thread.
 */
public final class WeakChoices {
    private static final String WARNING = "; anybody on the network can break it: NOT PRIVATE";

    private final EventBus bus;
    private final People people;
    private final Set<PeerId> weak = new HashSet<>();
    private ConversationId current = ConversationId.HOME;

    public WeakChoices(EventBus bus, People people) {
        this.bus = bus;
        this.people = people;
        bus.subscribe(ConversationsChanged.class, event -> current = event.current());
        bus.subscribe(ChooseWeak.class, this::onChoose);
    }

    /** How what is written to {@code peer} goes, if nothing else is said. */
    Security chosenFor(Peer peer) {
        return weak.contains(peer.id()) ? Security.WEAK : Security.NONE;
    }

    private void onChoose(ChooseWeak command) {
        if (!command.to().isEmpty()) {
            people.find(command.to()).deliverTo(new Chosen(command));
            return;
        }
        people.in(current)
                .ifPresentOrElse(
                        new Chosen(command)::one,
                        () -> refuse(command.tag(), "say for whom: /weak NAME on; no conversation is open"));
    }

    private final class Chosen implements Addressee.Handler {
        private final ChooseWeak command;

        Chosen(ChooseWeak command) {
            this.command = command;
        }

        @Override
        public void one(Peer peer) {
            if (command.on().isEmpty()) {
                answer(command.tag(), "messages to " + peer.name() + state(peer));
            } else {
                choose(command, peer, command.on().get());
            }
        }

        @Override
        public void nobody() {
            bus.raise(CommandRefused.unknownPeer(command.tag(), command.to()));
        }

        @Override
        public void several(List<Peer> peers) {
            bus.raise(CommandRefused.ambiguousPeer(command.tag(), command.to(), peers));
        }
    }

    private void choose(ChooseWeak command, Peer peer, boolean on) {
        Optional<String> hindrance = on ? hindrance(peer) : Optional.empty();
        if (hindrance.isPresent()) {
            refuse(command.tag(), "nothing was changed: " + hindrance.get());
            return;
        }
        if (on) {
            weak.add(peer.id());
        } else {
            weak.remove(peer.id());
        }
        bus.raise(new ProtectionChosen(peer.id(), chosenFor(peer)));
        answer(command.tag(), "from now on messages to " + peer.name() + state(peer));
    }

    private String state(Peer peer) {
        return weak.contains(peer.id())
                ? " go in the old course encryption, until Lanline ends or /weak off" + WARNING
                : " go unencrypted: anybody on the network can read them";
    }

    /** Why the old course encryption can't be used to write to {@code peer} now; empty if it can. */
    static Optional<String> hindrance(Peer peer) {
        if (peer.speaks() == Speaks.LANLINE) {
            return Optional.of(peer.name() + " has Lanline, which has no old course encryption");
        }
        return peer.speaks() == Speaks.COURSE_2024
                ? Optional.empty()
                : Optional.of("the program of " + peer.name() + " has no old course encryption");
    }

    private void refuse(Tag tag, String sentence) {
        bus.raise(new CommandRefused(tag, CommandRefused.Code.BAD_COMMAND, SafeText.line(sentence), List.of()));
    }

    private void answer(Tag tag, String sentence) {
        bus.raise(new Answered(tag, List.of(SafeText.line(sentence))));
    }
}
