package lanline.core.screen;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.ChatEvent;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.text.SafeText;
import lanline.testing.HeldHistory;
import lanline.testing.ManualTime;
import lanline.testing.Samples;

/** The screen's parts as in the program; a test says what happens and looks at what is shown. */
abstract class ScreenCase {
    static final Peer ALI = Samples.lanlinePeer('2', "Ali", Samples.at("10.0.0.2", 6001));
    static final Peer ECE = Samples.lanlinePeer('3', "Ece", Samples.at("10.0.0.3", 6001));
    static final Peer BOB = Samples.olderPeer("bob", "10.0.0.4");

    final EventBus bus = new EventBus();
    final ManualTime time = new ManualTime();
    final HeldHistory history = new HeldHistory(bus);
    final List<Screen> published = new ArrayList<>();
    final ScreenComposer composer;
    private int messages;

    ScreenCase() {
        ScreenComposer.World world = new ScreenComposer.World(bus, history, time);
        composer = new ScreenComposer(world, Nickname.fromPeer("Me"), published::add);
    }

    /** What a screen would show now. */
    Screen screen() {
        composer.publish();
        return published.isEmpty() ? Screen.starting(Nickname.fromPeer("Me")) : published.get(published.size() - 1);
    }

    void happens(ChatEvent event) {
        bus.raise(event);
        try {
            bus.put(new UdpOpened(6000));
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        bus.runPending();
    }

    void ask(UserCommand command) {
        try {
            bus.put(command);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        bus.runPending();
    }

    static ConversationId with(Peer peer) {
        return ConversationId.with(peer.id());
    }

    /** These conversations are open, the first of them on screen. */
    void shows(Peer current, Peer... others) {
        List<ConversationId> open = new ArrayList<>(List.of(with(current)));
        List.of(others).forEach(other -> open.add(with(other)));
        happens(new ConversationsChanged(open, with(current)));
    }

    ChatMessage received(Peer from, String text) {
        return message(Direction.RECEIVED, from, text, Delivery.RECEIVED);
    }

    ChatMessage own(Peer to, String text, Delivery delivery) {
        return message(Direction.SENT, to, text, delivery);
    }

    private ChatMessage message(Direction direction, Peer with, String text, Delivery delivery) {
        return new ChatMessage(
                Samples.message(++messages),
                direction,
                with.asCorrespondent(),
                SafeText.message(text),
                time.now(),
                delivery);
    }

    void arrives(Peer from, String text) {
        happens(new MessageArrived(received(from, text), true));
    }

    Stored stored(int number, ChatMessage message) {
        return new Stored(number, message);
    }

    /** The lines on screen: {@code name> text} of messages with the state of own ones, {@code - text} of the program. */
    List<String> lines() {
        Lines lines = screen().transcript().lines();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            shown.add(lines.get(i).deliverTo(new InOneLine()));
        }
        return shown;
    }

    private static final class InOneLine implements Line.Handler<String> {
        @Override
        public String message(Line.Message line) {
            String state =
                    line.message().isOwn() ? " " + line.message().delivery().state() : "";
            return (line.mentions() ? "!" : "") + line.shownName() + "> "
                    + line.message().text() + state;
        }

        @Override
        public String said(Line.Said said) {
            return "- " + said.text();
        }
    }
}
