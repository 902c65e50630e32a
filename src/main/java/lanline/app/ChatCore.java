package lanline.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lanline.core.conversation.AutomaticAnswers;
import lanline.core.conversation.Composing;
import lanline.core.conversation.HistoryQueries;
import lanline.core.conversation.Inbox;
import lanline.core.conversation.OpenConversations;
import lanline.core.conversation.Outbox;
import lanline.core.conversation.People;
import lanline.core.conversation.WeakChoices;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.event.EventBus;
import lanline.core.link.AcceptedLinks;
import lanline.core.link.DialledLinks;
import lanline.core.model.Preferences;
import lanline.core.model.Speaks;
import lanline.core.port.History;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;
import lanline.core.preference.ChosenSettings;
import lanline.core.preference.HighlightWords;
import lanline.core.preference.IgnoredPeople;
import lanline.core.presence.Announcer;
import lanline.core.presence.Attribution;
import lanline.core.presence.NetworkReport;
import lanline.core.presence.Roster;
import lanline.core.presence.Self;
import lanline.core.presence.UserQueries;
import lanline.core.screen.Screen;
import lanline.core.screen.ScreenComposer;

/**
 * The core of a chat, wired: every object subscribes itself to the bus, and is known to nobody else. The same in the program and in
 * a simulated host. Built before the bus runs; lives on the bus thread from then on.
 */
public final class ChatCore {
    private final ScreenComposer screens;

    /** What the core asks of the world. */
    public record World(Network network, History history, TimeSource time, RandomGenerator random) {}

    /** {@code udp}: where everybody announces; {@code tcp}: where older programs listen, which announce no port. */
    public record Ports(int udp, int tcp) {}

    /** {@code me}: as announced first; {@code preferences}: what is set at the start. */
    public record Person(SelfDescription me, Preferences preferences) {}

    /** {@code display}: called on the bus thread with each new screen. */
    public ChatCore(EventBus bus, World world, Ports ports, Person person, Consumer<Screen> display) {
        SelfDescription me = person.me();
        Course2024Dialect course = new Course2024Dialect(ports.tcp());
        OwnDialect own = new OwnDialect(course);
        Self self = new Self(bus, me);
        Roster roster = wirePresence(bus, world, self, own, course, ports);
        Function<Speaks, Dialect> dialects = speaks -> speaks == Speaks.LANLINE ? own : course;
        new AcceptedLinks(bus, world.network(), world.time(), port -> course, roster::habitsAt);
        ChosenSettings settings = new ChosenSettings(bus, person.preferences());
        IgnoredPeople ignored = new IgnoredPeople(bus, settings);
        new HighlightWords(bus, settings);
        new Inbox(bus, world.history(), world.time(), world.random(), ignored::contains);
        wireConversations(bus, world, dialects, self::description);
        ScreenComposer.World seen = new ScreenComposer.World(bus, world.history(), world.time());
        screens = new ScreenComposer(seen, me.name(), person.preferences(), display);
    }

    private static Roster wirePresence(
            EventBus bus, World world, Self self, OwnDialect own, Dialect course, Ports ports) {
        Roster roster = new Roster(bus, world.time(), self, List.of(own, course));
        new Attribution(bus, world.time(), self, roster, ports.tcp());
        new Announcer(new Announcer.World(bus, world.network(), world.time(), world.random()), self, own, ports.udp());
        new NetworkReport(bus, world.time());
        new UserQueries(bus, world.time(), roster);
        return roster;
    }

    private static void wireConversations(
            EventBus bus, World world, Function<Speaks, Dialect> dialects, Supplier<SelfDescription> self) {
        People people = new People(bus);
        DialledLinks links = new DialledLinks(bus, world.network(), world.time());
        Outbox.Ports out = new Outbox.Ports(bus, world.history(), links, world.time());
        Outbox outbox = new Outbox(out, people, dialects, self);
        Composing.World composed = new Composing.World(bus, world.history(), world.time(), world.random());
        new Composing(composed, people, outbox, new WeakChoices(bus, people), dialects, self);
        new AutomaticAnswers(bus, world.history(), world.time());
        new OpenConversations(bus, people);
        new HistoryQueries(bus, world.history(), people);
    }

    /** Hands the newest screen to the display if it changed: after each event from outside, or when the bus has settled. */
    public void publish() {
        screens.publish();
    }
}
