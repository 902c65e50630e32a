package lanline.core.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.UserCommand.ViewMoved;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Tag;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class SidebarTest extends ScreenCase {
    @Test
    void openConversationsComeFirstWithTheirNumbersThenEverybodyByName() {
        appear(ECE, BOB, ALI);
        assertEquals(List.of("Ali", "bob", "Ece"), labels());
        shows(ECE, BOB);
        assertEquals(List.of("1 Ece", "2 bob", "Ali"), labels());
    }

    @Test
    void onlyTenHaveANumber() {
        List<Peer> many = IntStream.range(0, 12)
                .mapToObj(i -> Samples.olderPeer("p" + (char) ('a' + i), "10.0.1." + (i + 1)))
                .toList();
        many.forEach(this::appear);
        happens(new ConversationsChanged(many.stream().map(ScreenCase::with).toList(), with(many.get(0))));
        assertEquals("10 pj", labels().get(9));
        assertEquals("pk", labels().get(10));
    }

    @Test
    void theAddressIsAddedOnlyWhileTheNameIsDouble() {
        Peer other = Samples.lanlinePeer('4', "ali", Samples.at("10.0.0.9", 6001));
        appear(ALI, other);
        assertEquals(List.of("Ali@10.0.0.2", "ali@10.0.0.9"), labels());
        happens(new PeerLeft(other, true));
        assertEquals(List.of("Ali"), labels());
        appear(Samples.lanlinePeer('5', "Ali", Samples.at("10.0.0.2", 7_001)));
        assertEquals(List.of("Ali@10.0.0.2:6001", "Ali@10.0.0.2:7001"), labels());
    }

    @Test
    void aRowShowsHowPresentItsPersonIs() {
        appear(ALI, BOB);
        Peer away = ALI.withPresence(Presence.AWAY, time.now());
        happens(new PeerChanged(ALI, away));
        assertEquals(1, screen().sidebar().here());
        time.pass(12 * 60_000);
        assertEquals(12, row("Ali").state().silentMinutes());
        assertEquals(Presence.AWAY, row("Ali").state().presence());
        assertEquals(true, row("bob").state().older());
    }

    @Test
    void whoLeftGoesButAnOpenConversationStaysWithItsName() {
        appear(ALI, ECE);
        shows(ALI);
        happens(new PeerLeft(ALI, false));
        happens(new PeerLeft(ECE, false));
        assertEquals(List.of("1 Ali"), labels());
        assertEquals(Presence.GONE, row("Ali").state().presence());
        assertEquals("Ali", screen().transcript().title().name().value());
    }

    @Test
    void unreadIsWhatCameOutOfSightUntilItIsShown() {
        appear(ALI, ECE);
        shows(ALI, ECE);
        arrives(ALI, "in sight");
        arrives(ECE, "one");
        arrives(ECE, "two, Me");
        assertEquals(0, row("Ali").unread());
        assertEquals(2, row("Ece").unread());
        assertEquals(true, row("Ece").mentions());
        Screen.Unread waiting = screen().activity().unread().get(0);
        assertEquals(new Screen.Unread(2, with(ECE), "Ece", 2, true), waiting);
        happens(new ConversationsChanged(List.of(with(ALI), with(ECE)), with(ECE)));
        assertEquals(0, row("Ece").unread());
        assertEquals(List.of(), screen().activity().unread());
    }

    @Test
    void whoScrolledBackHasNotReadWhatComes() {
        appear(ALI);
        shows(ALI);
        ask(new ViewMoved(Tag.NONE, with(ALI), false));
        arrives(ALI, "below");
        assertEquals(1, row("Ali").unread());
        ask(new ViewMoved(Tag.NONE, with(ALI), true));
        assertEquals(0, row("Ali").unread());
    }

    @Test
    void conversationsThatCallOneComeFirstAmongTheUnread() {
        appear(ALI, ECE, BOB);
        shows(BOB, ALI, ECE);
        arrives(ALI, "hello");
        arrives(ECE, "hello Me");
        assertEquals(
                List.of(with(ECE), with(ALI)),
                screen().activity().unread().stream()
                        .map(Screen.Unread::conversation)
                        .toList());
    }

    @Test
    void whatWaitsAndWhatFailedIsCounted() {
        ChatMessage one = own(ALI, "one", Delivery.QUEUED);
        ChatMessage two = own(ALI, "two", Delivery.QUEUED);
        happens(new MessageQueued(Tag.NONE, one));
        happens(new MessageQueued(Tag.NONE, two));
        assertEquals(2, screen().activity().waiting());
        happens(new MessageProgressed(one.withDelivery(Delivery.SENT)));
        happens(new MessageProgressed(two.withDelivery(Delivery.failed("x"))));
        assertEquals(0, screen().activity().waiting());
        assertEquals(1, screen().activity().failed());
    }

    @Test
    void nothingNewIsNoNewScreen() {
        appear(ALI);
        screen();
        int count = published.size();
        happens(new OwnNameChanged(Tag.NONE, Nickname.fromPeer("New")));
        screen();
        screen();
        composer.publish();
        assertEquals(count + 1, published.size());
        assertSame(published.get(count - 1).sidebar(), published.get(count).sidebar());
    }

    @Test
    void theNetworkIsUpOnceItsAddressesAreKnown() {
        assertEquals(true, screen().self().starting());
        happens(new AddressesKnown(List.of(Samples.address("10.0.0.1")), 6000, 6001));
        assertEquals(false, screen().self().starting());
        assertEquals("- you are reachable at 10.0.0.1, port 6001", lines().get(0));
        assertEquals(ConversationId.HOME, screen().transcript().conversation());
    }

    private void appear(Peer... peers) {
        List.of(peers).forEach(peer -> happens(new PeerAppeared(peer)));
    }

    private PersonRow row(String name) {
        return screen().sidebar().people().stream()
                .filter(row -> row.label().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> labels() {
        return screen().sidebar().people().stream()
                .map(row -> (row.number() == 0 ? "" : row.number() + " ") + row.label())
                .toList();
    }
}
