package lanline.core.presence;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lanline.core.dialect.SharedPort;
import lanline.core.dialect.course2019.Course2019Dialect;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.dialect.lab.LabDialect;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.event.ChatEvent;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.Tick;
import lanline.core.event.UserCommand;
import lanline.core.model.Bytes;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.Told;
import lanline.testing.WrittenNetwork;

/** Presence wired as in the program, with a world that a test moves by hand. */
abstract class PresenceCase {
    final EventBus bus = new EventBus();
    final ManualTime time = new ManualTime();
    final WrittenNetwork network = new WrittenNetwork();
    final Told told = new Told(bus);
    final Roster roster;

    long refusedSessions;

    PresenceCase() {
        Self self = new Self(bus, Samples.self("Me"));
        Course2024Dialect course = new Course2024Dialect(6001);
        OwnDialect own = new OwnDialect(Samples.key('1'));
        Course2019Dialect older = new Course2019Dialect(5001);
        LabDialect lab = new LabDialect(5001, self::description, asker -> List.of());
        SharedPort shared = new SharedPort(older, course, lab);
        roster = new Roster(bus, time, self);
        Lanlines lanlines = new Lanlines(bus, time, self, roster);
        new Hearing(
                bus,
                time,
                heard -> heard.localPort() == 5000 ? List.of(shared.ofDatagram(heard.payload())) : List.of(own, course),
                roster,
                lanlines);
        new Attribution(
                bus, time, roster, speaks -> speaks == Speaks.COURSE_2019 || speaks == Speaks.LAB ? 5001 : 6001);
        Announcer.World world = new Announcer.World(bus, network, time, new SplittableRandom(4));
        new Announcer(world, self, own, 6000);
        new OlderAnnouncer(world, self, older, 5000);
        new NetworkReport(bus, time, List.of(6000, 5000), () -> refusedSessions);
        new UserQueries(bus, time, roster);
    }

    void hear(String from, Bytes datagram) {
        put(new DatagramReceived(Samples.at(from, 50_000), 6000, datagram));
    }

    /** A Lanline's announcement, as it leaves the address {@code from}. */
    void hear(String from, Samples.Announcement said) {
        hear(from, said.from(from));
    }

    /** A datagram on the port of the 2019 edition. */
    void hearOlder(String from, Bytes datagram) {
        put(new DatagramReceived(Samples.at(from, 50_000), 5000, datagram));
    }

    /** A session with {@code said} stands, at {@code host} and on the link {@code link}. */
    Party up(Samples.Announcement said, String host, long link) {
        Party party = said.party(host, link);
        raise(new SessionUp(party, 2, Bytes.EMPTY));
        return party;
    }

    void raise(ChatEvent event) {
        bus.raise(event);
        // What is raised is digested with the next event.
        put(new UdpOpened(6000));
    }

    void put(NetworkEvent event) {
        try {
            bus.put(event);
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

    /** Time passes, with a tick wherever a wake was asked for. */
    void pass(long millis) {
        time.pass(millis, () -> {
            bus.offer(new Tick());
            bus.runPending();
        });
    }

    /** Somebody said something on a link. */
    void say(String from, SenderClaim claim, String text) {
        say(from, claim, text, Speaks.COURSE_2024);
    }

    void say(String from, SenderClaim claim, String text, Speaks speaks) {
        raise(new TextHeard(
                Samples.at(from, 40_000), claim, SafeText.message(text), new TextHeard.Way(speaks, Security.NONE)));
    }

    static SenderClaim named(String name) {
        return new SenderClaim(Optional.of(Nickname.fromPeer(name)), Optional.empty());
    }
}
