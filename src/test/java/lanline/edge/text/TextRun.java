package lanline.edge.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import lanline.core.event.ChatEvent;
import lanline.core.event.ChatEvent.Departed;
import lanline.core.event.Event;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.Quit;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Speaks;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;
import lanline.testing.Samples;

/** A run of a front end on a real bus, which the test's own thread digests; the core is what the test answers. */
final class TextRun {
    static final Instant NOON = Instant.parse("2025-11-21T12:04:05.678Z");
    static final Self ECE = new Self(Nickname.fromPeer("ece"), PeerId.lanline(Samples.id('e')), "0.1");

    /** Long enough that no test ends because of it. */
    private static final long MILLIS = 60_000;

    final EventBus bus = new EventBus();
    final List<UserCommand> commands = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TextFrontEnd frontEnd;
    private long undelivered;
    private boolean departed;

    private TextRun(String input, Function<Streams, Function<EventBus, TextFrontEnd>> kind) {
        for (Class<?> command : UserCommand.class.getPermittedSubclasses()) {
            bus.subscribe(command.asSubclass(UserCommand.class), commands::add);
        }
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        frontEnd = kind.apply(new Streams(new ByteArrayInputStream(bytes), out)).apply(bus);
        bus.subscribe(Quit.class, quit -> bus.raise(new Departed(undelivered)));
        bus.subscribe(Departed.class, event -> departed = true);
    }

    static TextRun json(String... lines) {
        return new TextRun(input(lines), streams -> bus -> TextFrontEnd.json(bus, streams, ECE));
    }

    /** At a terminal: nothing is waited for. */
    static TextRun plain(String... lines) {
        return script(Duration.ZERO, lines);
    }

    static TextRun script(Duration patience, String... lines) {
        return new TextRun(
                input(lines),
                streams -> bus -> TextFrontEnd.plain(bus, streams, ECE, new StoppedClock(), ZoneOffset.UTC, patience));
    }

    private static String input(String... lines) {
        return lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    }

    /** The core's answer to one kind of command, at once. */
    <C extends UserCommand> TextRun answering(Class<C> kind, Function<C, ChatEvent> answer) {
        bus.subscribe(kind, command -> bus.raise(answer.apply(command)));
        return this;
    }

    /** The history's answer to one kind of command, some time later. */
    <C extends UserCommand> TextRun answeringLater(Class<C> kind, Function<C, StorageEvent> answer) {
        bus.subscribe(kind, command -> bus.answer(answer.apply(command)));
        return this;
    }

    TextRun leaving(long failed) {
        undelivered = failed;
        return this;
    }

    TextRun with(Consumer<EventBus> more) {
        more.accept(bus);
        return this;
    }

    /** What is written when these events happen first, then the input is read, until the program has ended. */
    List<String> lines(Event... events) throws InterruptedException {
        happen(events);
        bus.runPending();
        frontEnd.start();
        return finish();
    }

    /** The same with the events happening while the input is read. */
    List<String> linesMeanwhile(Event... events) throws InterruptedException {
        frontEnd.start();
        happen(events);
        return finish();
    }

    private void happen(Event... events) {
        for (Event event : events) {
            bus.offer(event);
        }
    }

    private List<String> finish() throws InterruptedException {
        while (!departed) {
            bus.runNext();
        }
        if (!frontEnd.close(MILLIS)) {
            throw new AssertionError("not all was written");
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    int exitStatus() {
        return frontEnd.exitStatus();
    }

    static Peer peer(String name, String address) {
        return peer(name, address, Presence.ONLINE);
    }

    static Peer peer(String name, String address, Presence presence) {
        HostAddress host = new HostAddress(address);
        Nickname nickname = Nickname.fromPeer(name);
        Route route = new Route(List.of(new Endpoint(host, 6001)));
        PeerId id = PeerId.older(nickname, host);
        return new Peer(id, nickname, presence, Speaks.LANLINE, List.of(route), NOON);
    }

    static ChatMessage from(Peer peer, String text) {
        return message(Direction.RECEIVED, peer, text, Delivery.RECEIVED);
    }

    static ChatMessage to(Peer peer, String text, Delivery delivery) {
        return message(Direction.SENT, peer, text, delivery);
    }

    private static ChatMessage message(Direction direction, Peer peer, String text, Delivery delivery) {
        MessageId id = new MessageId("0".repeat(32));
        return new ChatMessage(id, direction, peer.asCorrespondent(), SafeText.message(text), NOON, delivery);
    }

    /** Always noon. */
    private static final class StoppedClock implements TimeSource {
        @Override
        public Instant now() {
            return NOON;
        }

        @Override
        public long uptimeMillis() {
            return 0;
        }

        @Override
        public void wakeAt(long uptimeMillis) {
            throw new AssertionError("a front end asks for no ticks");
        }
    }
}
