package lanline.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lanline.core.dialect.SelfDescription;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Speaks;
import lanline.core.model.Status;

/** People and things to test with. */
public final class Samples {
    public static final LanInterface ETH0 =
            LanInterface.of("eth0", address("10.0.0.1"), 24).orElseThrow();
    public static final String UUID = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

    private Samples() {}

    public static HostAddress address(String text) {
        return new HostAddress(text);
    }

    public static Endpoint at(String host, int port) {
        return new Endpoint(address(host), port);
    }

    /** An identity's id made of one letter or digit; nobody has a secret for it. */
    public static LanlineId id(char digit) {
        byte[] key = new byte[LanlineId.KEY_LENGTH];
        Arrays.fill(key, (byte) digit);
        return LanlineId.of(Bytes.copyOf(key));
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
        return new Announcement(id, name, 'b', 1_000, 1, 6001, 8, "online");
    }

    /** What an announcement says; each method changes one thing. */
    public record Announcement(
            char id, String name, char instance, long epoch, long counter, int port, int period, String status) {
        public Announcement counted(long changed) {
            return new Announcement(id, name, instance, epoch, changed, port, period, status);
        }

        public Announcement named(String changed) {
            return new Announcement(id, changed, instance, epoch, counter, port, period, status);
        }

        public Announcement saying(String changed) {
            return new Announcement(id, name, instance, epoch, counter, port, period, changed);
        }

        public Announcement run(char changedInstance, long changedEpoch) {
            return new Announcement(id, name, changedInstance, changedEpoch, counter, port, period, status);
        }

        public Announcement on(int changedPort) {
            return new Announcement(id, name, instance, epoch, counter, changedPort, period, status);
        }

        public Bytes bytes() {
            return bytes("");
        }

        /** {@code more}: fields before the own object, each with its comma. */
        public Bytes bytes(String more) {
            return Bytes.utf8(
                    ("{\"username\": \"x\", %s\"ll\": {\"v\": 0, \"id\": \"%s\", \"name\": \"%s\", \"port\": %d,"
                                    + " \"in\": \"%s\", \"ep\": %d, \"n\": %d, \"per\": %d, \"st\": \"%s\"}}")
                            .formatted(
                                    more,
                                    String.valueOf(id).repeat(32),
                                    name,
                                    port,
                                    String.valueOf(instance).repeat(16),
                                    epoch,
                                    counter,
                                    period,
                                    status));
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
