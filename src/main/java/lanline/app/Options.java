package lanline.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Nickname;

/** What was asked for on the command line; checked, and nothing of it looked up or opened yet. */
record Options(FrontEndKind frontEnd, Person person, Ports ports, Reach reach) {

    /** How people talk with the program. */
    enum FrontEndKind {
        FULL_SCREEN,
        PLAIN,
        JSON
    }

    /** Whose run this is: name for this run, home folder, theme, empty where it was not said; {@code ascii}: nothing but ASCII is drawn. */
    record Person(Optional<Nickname> name, Optional<Path> home, Optional<String> theme, boolean ascii) {}

    /** {@code udpChosen}, {@code tcpChosen}: the port was named, so no other one will do. {@code edition2019}: its ports are used, too. */
    record Ports(int udp, boolean udpChosen, int tcp, boolean tcpChosen, boolean edition2019) {}

    /** Interfaces to announce on (none: every usable one), hosts to announce to directly, and how often, in seconds. */
    record Reach(List<String> interfaces, List<NamedHost> hosts, int announceEvery) {
        Reach {
            interfaces = List.copyOf(interfaces);
            hosts = List.copyOf(hosts);
        }
    }

    /** A host as it was named, and the UDP port to announce to there. */
    record NamedHost(String host, int port) {}
}
