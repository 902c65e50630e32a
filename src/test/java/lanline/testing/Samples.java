package lanline.testing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.secure.IdentityKeyPair;

/** People and things to test with. */
public final class Samples {
    public static final LanInterface ETH0 =
            LanInterface.of("eth0", address("10.0.0.1"), 24).orElseThrow();
    public static final String UUID = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

    private static final Map<Integer, IdentityKeyPair> KEYS = new ConcurrentHashMap<>();

    private Samples() {}

    public static HostAddress address(String text) {
        return new HostAddress(text);
    }

    public static Endpoint at(String host, int port) {
        return new Endpoint(address(host), port);
    }

    /** The identity that a digit or letter stands for, always the same. */
    public static IdentityKeyPair key(char digit) {
        return numberedKey(digit);
    }

    /** The identity that a number stands for. */
    public static IdentityKeyPair numberedKey(int number) {
        return KEYS.computeIfAbsent(number, Samples::made);
    }

    private static IdentityKeyPair made(int number) {
        byte[] seed = new byte[IdentityKeyPair.SEED_LENGTH];
        ByteBuffer.wrap(seed).putInt(number);
        return IdentityKeyPair.of(seed);
    }

    public static LanlineId id(char digit) {
        return key(digit).id();
    }

    public static MessageId message(int number) {
        return new MessageId("%032x".formatted(number));
    }

    /** Oneself: id 1111…, instance aaaa…, epoch 1,000. */
    public static SelfDescription self(String name) {
        SelfDescription.Run run = new SelfDescription.Run(new InstanceId("a".repeat(16)), 1_000, 0);
        SelfDescription.Identity identity = new SelfDescription.Identity(id('1'), UUID);
        return new SelfDescription(identity, Nickname.fromPeer(name), Status.ONLINE, 6001, 8, run);
    }

    /** A Lanline's announcement, as others send it. */
    public static Announcement lanline(char id, String name) {
        return new Announcement(key(id), name, 'b', 1_000, 1, 6001, 8, Status.ONLINE, false);
    }

    /** What an announcement says; each method changes one thing. */
    public record Announcement(
            IdentityKeyPair key,
            String name,
            char run,
            long epoch,
            long counter,
            int port,
            int period,
            Status status,
            boolean asks) {
        public Announcement counted(long changed) {
            return new Announcement(key, name, run, epoch, changed, port, period, status, asks);
        }

        public Announcement named(String changed) {
            return new Announcement(key, changed, run, epoch, counter, port, period, status, asks);
        }

        public Announcement saying(Status changed) {
            return new Announcement(key, name, run, epoch, counter, port, period, changed, asks);
        }

        public Announcement run(char changedInstance, long changedEpoch) {
            return new Announcement(key, name, changedInstance, changedEpoch, counter, port, period, status, asks);
        }

        public Announcement on(int changedPort) {
            return new Announcement(key, name, run, epoch, counter, changedPort, period, status, asks);
        }

        public Announcement every(int changedPeriod) {
            return new Announcement(key, name, run, epoch, counter, port, changedPeriod, status, asks);
        }

        public Announcement by(IdentityKeyPair changed) {
            return new Announcement(changed, name, run, epoch, counter, port, period, status, asks);
        }

        /** By unicast, and for an answer in kind. */
        public Announcement asking() {
            return new Announcement(key, name, run, epoch, counter, port, period, status, true);
        }

        /** As it leaves {@code address}, signed. */
        public Bytes from(String address) {
            LanInterface on = new LanInterface("eth0", address(address), 24, address(address));
            SelfDescription.Run run = new SelfDescription.Run(instance(), epoch, counter);
            SelfDescription.Identity identity = new SelfDescription.Identity(key.id(), UUID);
            Nickname nickname = Nickname.fromPeer(name);
            SelfDescription self = new SelfDescription(identity, nickname, status, port, period, run);
            OwnDialect own = new OwnDialect(key);
            return asks ? own.unicastAnnouncement(self, on, true) : own.announcement(self, on);
        }

        /** The same program as the other side of the session on the link {@code link}. */
        public Party party(String host, long link) {
            Nickname nickname = Nickname.fromPeer(name);
            return new Party(key.id(), instance(), nickname, at(host, port), epoch, new LinkId(link));
        }

        public InstanceId instance() {
            return new InstanceId(String.valueOf(run).repeat(16));
        }

        @Override
        public String toString() {
            return name + " " + epoch + "/" + counter;
        }
    }

    public static Bytes older(String name) {
        return Bytes.utf8("{\"username\": \"" + name + "\"}");
    }

    public static Peer lanlinePeer(char id, String name, Endpoint... instances) {
        List<Route> routes = List.of(instances).stream()
                .map(endpoint -> new Route(List.of(endpoint)))
                .toList();
        PeerId peer = PeerId.lanline(id(id));
        return new Peer(peer, Nickname.fromPeer(name), Presence.ONLINE, Speaks.LANLINE, routes, Instant.EPOCH);
    }

    public static Peer olderPeer(String name, String address) {
        Route route = new Route(List.of(at(address, 6001)));
        Nickname nickname = Nickname.fromPeer(name);
        PeerId id = PeerId.older(nickname, address(address));
        return new Peer(id, nickname, Presence.ONLINE, Speaks.COURSE_2024, List.of(route), Instant.EPOCH);
    }
}
