package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.Departed;
import lanline.core.event.ChatEvent.OutboxEmptied;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.PeerHostFound;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.UserCommand.ChangeName;
import lanline.core.event.UserCommand.ChangeStatus;
import lanline.core.model.Bytes;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class AnnouncerTest extends PresenceCase {
    private static final LanInterface WLAN0 =
            LanInterface.of("wlan0", Samples.address("10.5.0.17"), 28).orElseThrow();
    private static final String ETH0 = "broadcast 10.0.0.255:6000";
    private static final String ON_WLAN0 = "broadcast 10.5.0.31:6000";
    private static final String ASKING = "\"unicast\": true, ";

    @Test
    void theFirstAnnouncementGoesOutAtOnceAndThenOneAPeriod() {
        start();
        assertEquals(List.of(ETH0), network.asked());
        pass(7_999);
        assertEquals(List.of(), network.asked());
        pass(1);
        assertEquals(List.of(ETH0), network.asked());
        pass(80_000);
        assertEquals(IntStream.range(0, 10).mapToObj(i -> ETH0).toList(), network.asked());
    }

    @Test
    void nothingIsAnnouncedBeforeThereIsAPortToBeReachedAt() {
        put(new InterfacesChanged(List.of(Samples.ETH0)));
        pass(60_000);
        assertEquals(List.of(), network.asked());
        put(new TcpOpened(7_001, 6001));
        assertEquals(List.of(ETH0), network.asked());
        assertTrue(last().contains("\"port\": 7001"));
        AddressesKnown known = told.one(AddressesKnown.class);
        assertEquals(new AddressesKnown(List.of(Samples.address("10.0.0.1")), 6000, 7_001), known);
    }

    @Test
    void aNewNetworkIsAnnouncedOnAtOnceAndTheOthersKeepTheirRhythm() {
        start();
        network.asked();
        pass(3_000);
        put(new InterfacesChanged(List.of(Samples.ETH0, WLAN0)));
        assertEquals(List.of(ON_WLAN0), network.asked());
        assertTrue(last().contains("\"ip\": \"10.5.0.17\""));
        pass(5_000);
        assertEquals(List.of(ETH0, ON_WLAN0), network.asked());
        put(new InterfacesChanged(List.of(WLAN0)));
        pass(8_000);
        assertEquals(List.of(ON_WLAN0), network.asked());
    }

    @Test
    void theCounterRisesWithEveryDatagram() {
        put(new InterfacesChanged(List.of(Samples.ETH0, WLAN0)));
        put(new TcpOpened(6001, 6001));
        pass(8_000);
        List<String> counters = network.datagrams().stream()
                .map(Bytes::toText)
                .map(text -> text.replaceAll(".*\"n\": (\\d+).*", "$1"))
                .toList();
        assertEquals(List.of("1", "2", "3", "4"), counters);
    }

    @Test
    void aNewcomerBringsTheNextOneForwardOnceAPeriod() {
        start();
        network.asked();
        pass(1_000);
        for (int i = 0; i < 50; i++) {
            hear("10.0.0." + (i + 2), Samples.older("p" + i));
        }
        pass(1_000);
        assertEquals(List.of(ETH0), network.asked());
        hear("10.0.0.99", Samples.older("late"));
        pass(1_000);
        assertEquals(List.of(), network.asked());
        pass(7_000);
        assertEquals(List.of(ETH0), network.asked());
    }

    @Test
    void newcomersNeverMakeMoreThanTwoAPeriod() {
        start();
        network.asked();
        for (int second = 0; second < 800; second++) {
            hear("10." + second / 200 + ".1." + second % 200, Samples.older("p" + second));
            pass(1_000);
        }
        assertTrue(network.asked().size() <= 200);
    }

    @Test
    void nameAndStatusAreAnnouncedAtOnce() {
        start();
        ask(new ChangeName(Tag.NONE, Nickname.fromPeer("New Name")));
        String renamed = last();
        assertTrue(renamed.contains("\"username\": \"new_name\"") && renamed.contains("\"name\": \"New Name\""));
        ask(new ChangeStatus(Tag.NONE, Status.BUSY, SafeText.EMPTY));
        assertTrue(last().contains("\"st\": \"busy\""));
    }

    @Test
    void theGoodByeIsTheLast() {
        start();
        put(new PeerHostFound(Samples.at("10.8.0.2", 6000)));
        network.asked();
        network.datagrams();
        bus.raise(new OutboxEmptied(2));
        put(new UdpOpened(6000));
        assertEquals(List.of(ETH0, "unicast 10.8.0.2:6000"), network.asked());
        network.datagrams().forEach(sent -> assertTrue(sent.toText().contains("\"st\": \"bye\"")));
        assertEquals(2, told.one(Departed.class).undelivered());
        hear("10.0.0.2", Samples.older("bob"));
        ask(new ChangeName(Tag.NONE, Nickname.fromPeer("Ghost")));
        put(new InterfacesChanged(List.of(WLAN0)));
        pass(60_000);
        assertEquals(List.of(), network.asked());
    }

    @Test
    void aNamedHostIsAnnouncedToDirectlyAndAskedToAnswer() {
        start();
        network.asked();
        pass(2_000);
        put(new PeerHostFound(Samples.at("10.8.0.2", 6000)));
        assertEquals(List.of("unicast 10.8.0.2:6000"), network.asked());
        assertTrue(last().contains("\"unicast\": true"));
        pass(6_000);
        assertEquals(List.of(ETH0, "unicast 10.8.0.2:6000"), network.asked());
    }

    @Test
    void whoAsksByUnicastGetsOneAnswerForOneAndNeverMore() {
        start();
        hear("10.8.0.2", Samples.lanline('2', "Ali").asking());
        pass(1_000);
        network.asked();
        hear("10.8.0.2", Samples.lanline('2', "Ali").counted(2).asking());
        hear("10.8.0.2", Samples.lanline('2', "Ali").counted(3).asking());
        pass(8_000);
        assertEquals(List.of(ETH0, "unicast 10.8.0.2:6000"), network.asked());
        assertTrue(!last().contains("unicast\": true"), "an answer asks for none");
        pass(80_000);
        assertTrue(network.asked().stream().noneMatch(asked -> asked.startsWith("unicast")));
    }

    @Test
    void atMostSixtyFourAreOwedAnAnswerAtATime() {
        start();
        network.asked();
        for (int i = 0; i < 200; i++) {
            hear(
                    "10.8.1." + i,
                    Samples.lanline('4', "P").by(Samples.numberedKey(i + 1_000)).asking());
        }
        pass(1_000);
        assertEquals(
                64,
                network.asked().stream()
                        .filter(asked -> asked.startsWith("unicast"))
                        .count());
    }

    @Test
    void anEmptyNetworkStaysQuiet() {
        put(new InterfacesChanged(List.of(LanInterface.LOOPBACK)));
        put(new TcpOpened(6001, 6001));
        pass(3_600_000);
        assertEquals(451, network.asked().size());
    }

    private void start() {
        put(new InterfacesChanged(List.of(Samples.ETH0)));
        put(new TcpOpened(6001, 6001));
    }

    private String last() {
        List<Bytes> sent = network.datagrams();
        return sent.get(sent.size() - 1).toText();
    }
}
