package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.InterfaceReport;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.PeerDescribed;
import lanline.core.event.ChatEvent.ProtectionChosen;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.NetworkEvent.DatagramUnsent;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.NetworkEvent.UdpUnavailable;
import lanline.core.event.UserCommand.DescribePeer;
import lanline.core.event.UserCommand.ListUsers;
import lanline.core.event.UserCommand.ReportNetwork;
import lanline.core.model.Bytes;
import lanline.core.model.LanInterface;
import lanline.core.model.Security;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class NetworkReportTest extends PresenceCase {
    @Test
    void eachNetworkSaysWhatWasSentAndHeard() {
        start();
        hear("10.0.0.2", Samples.older("bob"));
        pass(17_000);
        InterfaceReport eth0 = report().interfaces().get(0);
        assertEquals(Samples.ETH0, eth0.on());
        assertTrue(eth0.sent() >= 3 && eth0.secondsSinceSent() <= 8);
        assertEquals(1, eth0.heard());
        assertEquals(17, eth0.secondsSinceHeard());
        InterfaceReport loopback = report().interfaces().get(1);
        assertEquals(0, loopback.heard());
        assertEquals(-1, loopback.secondsSinceHeard());
    }

    @Test
    void whenNobodyWasHeardItSaysWhatToDo() {
        start();
        assertTrue(advice().contains("nobody was heard yet"));
        hear("10.0.0.1", Samples.lanline('1', "Me").run('a', 1_000));
        assertTrue(advice().contains("nobody was heard yet"), "one's own announcement is nobody");
        hear("10.0.0.2", Samples.older("bob"));
        assertEquals("", advice());
    }

    @Test
    void withoutANetworkItSaysSo() {
        put(new InterfacesChanged(List.of(LanInterface.LOOPBACK)));
        assertTrue(advice().contains("no network is up but the machine's own"));
    }

    @Test
    void aSendThatFailedStandsBesideItsNetworkUntilOneSucceeds() {
        start();
        put(new DatagramUnsent(Samples.at("10.0.0.255", 6000), SafeText.line("network is unreachable")));
        assertEquals(
                "network is unreachable", report().interfaces().get(0).problem().value());
        pass(8_000);
        assertEquals("", report().interfaces().get(0).problem().value());
    }

    @Test
    void aPortThatOthersHoldIsToldOnceAndReported() {
        start();
        told.forget();
        put(new UdpUnavailable(6000, SafeText.line("another program holds UDP port 6000 alone")));
        put(new UdpUnavailable(6000, SafeText.line("another program holds UDP port 6000 alone")));
        assertEquals(Notice.Kind.TROUBLE, told.one(Notice.class).kind());
        assertTrue(advice().contains("another program holds UDP port 6000 alone"));
        put(new UdpOpened(6000));
        assertTrue(!advice().contains("another program holds"));
        put(new TcpOpened(7_001, 6001));
        assertTrue(advice().contains("port 6001 is taken by another program on this machine, yours is 7001"));
    }

    @Test
    void whatCouldNotBeUnderstoodIsCountedAndNamed() {
        start();
        hear("10.0.0.2", Bytes.utf8("hello\u001b[2J"));
        hear("10.0.0.3", Bytes.utf8("[]"));
        assertTrue(
                advice().contains(
                                "2 datagrams were not understood or not believed, the last one from 10.0.0.3: JSON, but no object"));
    }

    @Test
    void sessionsThatWereTurnedAwayAreCounted() {
        refusedSessions = 7;
        assertTrue(advice().contains("7 connections of Lanlines were turned away"));
    }

    @Test
    void usersAreListedByNameAndDescribedOneByOne() {
        hear("10.0.0.3", Samples.older("zeki"));
        hear("10.0.0.2", Samples.lanline('2', "Ali"));
        hear("10.0.0.4", Samples.lanline('3', "Ali"));
        pass(5_000);
        ask(new ListUsers(new Tag("t")));
        assertEquals(
                List.of("Ali@10.0.0.2", "Ali@10.0.0.4", "zeki@10.0.0.3"),
                told.one(UsersListed.class).peers().stream()
                        .map(peer -> peer.fullName())
                        .toList());
        ask(new DescribePeer(new Tag("d"), "zeki"));
        assertEquals(5, told.one(PeerDescribed.class).secondsSinceHeard());
        assertEquals(Security.NONE, told.one(PeerDescribed.class).chosen());
        bus.raise(new ProtectionChosen(told.one(PeerDescribed.class).peer().id(), Security.WEAK));
        told.forget();
        ask(new DescribePeer(new Tag("w"), "zeki"));
        ask(new DescribePeer(new Tag("w"), "zeki"));
        assertEquals(Security.WEAK, told.all(PeerDescribed.class).get(1).chosen());
        ask(new DescribePeer(new Tag("x"), "ali"));
        assertEquals(
                List.of("Ali@10.0.0.2", "Ali@10.0.0.4"),
                told.one(CommandRefused.class).alternatives());
        told.forget();
        ask(new DescribePeer(new Tag("y"), "veli"));
        assertEquals(
                CommandRefused.Code.UNKNOWN_PEER, told.one(CommandRefused.class).code());
    }

    private void start() {
        put(new InterfacesChanged(List.of(Samples.ETH0, LanInterface.LOOPBACK)));
        put(new TcpOpened(6001, 6001));
    }

    private NetworkReported report() {
        told.forget();
        ask(new ReportNetwork(new Tag("n")));
        return told.one(NetworkReported.class);
    }

    private String advice() {
        return report().advice().stream().map(SafeText::value).collect(Collectors.joining("\n"));
    }
}
