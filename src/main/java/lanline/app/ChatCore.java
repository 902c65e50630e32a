package lanline.app;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lanline.core.conversation.AutomaticAnswers;
import lanline.core.conversation.Composing;
import lanline.core.conversation.Courier;
import lanline.core.conversation.Expiry;
import lanline.core.conversation.HistoryQueries;
import lanline.core.conversation.Inbox;
import lanline.core.conversation.OpenConversations;
import lanline.core.conversation.Outbox;
import lanline.core.conversation.People;
import lanline.core.conversation.QueueCommands;
import lanline.core.conversation.Receipts;
import lanline.core.conversation.RoomLines;
import lanline.core.conversation.WeakChoices;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.link.AcceptedLinks;
import lanline.core.link.DialledLinks;
import lanline.core.link.Sessions;
import lanline.core.link.StandingLinks;
import lanline.core.model.Peer;
import lanline.core.model.Preferences;
import lanline.core.model.Speaks;
import lanline.core.port.History;
import lanline.core.port.KeySource;
import lanline.core.port.Network;
import lanline.core.port.Pins;
import lanline.core.port.TimeSource;
import lanline.core.preference.ChosenSettings;
import lanline.core.preference.HighlightWords;
import lanline.core.preference.IgnoredPeople;
import lanline.core.presence.Announcer;
import lanline.core.presence.Attribution;
import lanline.core.presence.Hearing;
import lanline.core.presence.Lanlines;
import lanline.core.presence.NetworkReport;
import lanline.core.presence.OlderAnnouncer;
import lanline.core.presence.Roster;
import lanline.core.presence.Self;
import lanline.core.presence.UserQueries;
import lanline.core.screen.Screen;
import lanline.core.screen.ScreenComposer;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.session.Claim;
import lanline.core.session.OwnSide;

/**
 * The core of a chat, wired: every object subscribes itself to the bus, and is known to nobody else. The same in the program and in
 * a simulated host. Built before the bus runs; lives on the bus thread from then on.
 */
public final class ChatCore {
    private final ScreenComposer screens;

    /** What the core asks of the world. */
    public record World(
            Network network, History history, TimeSource time, RandomGenerator random, KeySource keys, Pins pins) {}

    /** {@code udp}: where everybody announces; {@code tcp}: where older programs listen, which announce no port; {@code older}: the same of the 2019 edition, if it is spoken. */
    public record Ports(int udp, int tcp, Optional<OlderPorts> older) {
        int tcpOf(Speaks speaks) {
            boolean isOlder = speaks == Speaks.COURSE_2019 || speaks == Speaks.LAB;
            return older.filter(any -> isOlder).map(OlderPorts::tcp).orElse(tcp);
        }

        List<Integer> allUdp() {
            return Stream.concat(Stream.of(udp), older.map(OlderPorts::udp).stream())
                    .toList();
        }

        boolean isOlderTcp(int port) {
            return older.filter(ports -> ports.tcp() == port).isPresent();
        }

        boolean isOlderUdp(int port) {
            return older.filter(ports -> ports.udp() == port).isPresent();
        }
    }

    /** Where the 2019 edition announces and listens; the lab program shares both. */
    public record OlderPorts(int udp, int tcp) {
        /** As everywhere ({@code wire.md} section 2). */
        public static final OlderPorts USUAL = new OlderPorts(5_000, 5_001);
    }

    /** {@code me}: as announced first; {@code preferences}: what is set at the start; {@code key}: whose public half is in {@code me}. */
    public record Person(SelfDescription me, Preferences preferences, IdentityKeyPair key) {}

    /** {@code display}: called on the bus thread with each new screen. */
    public ChatCore(EventBus bus, World world, Ports ports, Person person, Consumer<Screen> display) {
        SelfDescription me = person.me();
        Self self = new Self(bus, me);
        RoomLines lines = new RoomLines(bus, () -> self.description().name(), ZoneId::systemDefault);
        TrustParts trust = TrustParts.at(bus, world, person.key().id());
        Dialects dialects = Dialects.at(ports, self::description, lines::toldTo, person.key());
        Roster roster = wirePresence(bus, world, self, dialects, ports);
        new AcceptedLinks(
                bus,
                world.network(),
                world.time(),
                port -> ports.isOlderTcp(port) ? dialects.shared() : dialects.course(),
                port -> !ports.isOlderTcp(port),
                roster::habitsAt);
        ChosenSettings settings = new ChosenSettings(bus, person.preferences());
        IgnoredPeople ignored = new IgnoredPeople(bus, settings);
        new HighlightWords(bus, settings);
        new Inbox(bus, world.history(), world.time(), world.random(), ignored::contains);
        Sessions sessions = wireSessions(bus, world, person.key(), self::description, trust);
        new NetworkReport(bus, world.time(), ports.allUdp(), sessions::refused);
        Courier courier = new SessionCourier(sessions);
        People people = new People(bus, trust.keys()::isSucceeded);
        Sent sent = new Sent(people, courier, trust.downgrades()::hindrance);
        Outbox outbox = wireConversations(bus, world, dialects, self::description, sent);
        new Expiry(bus, world.time(), person.preferences(), outbox);
        new QueueCommands(bus, world.time(), outbox);
        trust.obey(bus, world, people::find, sessions);
        ScreenComposer.World seen = new ScreenComposer.World(bus, world.history(), world.time());
        screens = new ScreenComposer(seen, me.name(), person.preferences(), display);
    }

    private static Roster wirePresence(EventBus bus, World world, Self self, Dialects dialects, Ports ports) {
        Roster roster = new Roster(bus, world.time(), self);
        Lanlines lanlines = new Lanlines(bus, world.time(), self, roster);
        Function<DatagramReceived, List<Dialect>> spoken = heard -> ports.isOlderUdp(heard.localPort())
                ? List.of(dialects.shared().ofDatagram(heard.payload()))
                : List.of(dialects.own(), dialects.course());
        new Hearing(bus, world.time(), spoken, roster, lanlines);
        new Attribution(bus, world.time(), roster, ports::tcpOf);
        Announcer.World announced = new Announcer.World(bus, world.network(), world.time(), world.random());
        new Announcer(announced, self, dialects.own(), ports.udp());
        ports.older().ifPresent(older -> new OlderAnnouncer(announced, self, dialects.course2019(), older.udp()));
        new UserQueries(bus, world.time(), roster);
        return roster;
    }

    private static Sessions wireSessions(
            EventBus bus, World world, IdentityKeyPair key, Supplier<SelfDescription> self, TrustParts trust) {
        OwnSide own = new OwnSide(
                key, X25519KeyPair.generate(world.keys()), world.keys(), () -> claim(self.get()), trust.keys());
        return new Sessions(new Sessions.World(bus, world.network(), world.time(), world.random()), own);
    }

    private static Claim claim(SelfDescription self) {
        SelfDescription.Run run = self.run();
        return new Claim(
                self.identity().id(),
                self.name(),
                self.tcpPort(),
                new Claim.Run(run.instance(), run.epoch(), run.counter()));
    }

    /** To whom, by what to those with sessions, and why not. */
    private record Sent(People people, Courier courier, Function<Peer, Optional<String>> hindrance) {}

    private static Outbox wireConversations(
            EventBus bus, World world, Dialects dialects, Supplier<SelfDescription> self, Sent sent) {
        People people = sent.people();
        DialledLinks links = new DialledLinks(bus, world.network(), world.time());
        StandingLinks standing = new StandingLinks(bus, world.network(), world.time(), dialects.lab(), self);
        Outbox.World out = new Outbox.World(bus, world.history(), world.time(), sent.courier());
        Outbox.Older older = new Outbox.Older(links, standing, dialects::ofLinks, self);
        Receipts receipts = new Receipts(bus, sent.courier());
        Outbox outbox = new Outbox(out, receipts, people, older, sent.hindrance());
        Composing.World composed = new Composing.World(bus, world.history(), world.time(), world.random());
        new Composing(composed, people, outbox, new WeakChoices(bus, people), dialects::of, self);
        new AutomaticAnswers(bus, world.history(), world.time());
        new OpenConversations(bus, people);
        new HistoryQueries(bus, world.history(), people);
        return outbox;
    }

    /** Hands the newest screen to the display if it changed: after each event from outside, or when the bus has settled. */
    public void publish() {
        screens.publish();
    }
}
