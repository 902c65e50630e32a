package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.dialect.SharedPort;
import lanline.core.dialect.course2019.Course2019Dialect;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.dialect.lab.LabDialect;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.SenderIntroduced;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Habits;
import lanline.core.model.LinkId;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.Told;
import lanline.testing.WrittenNetwork;
import org.junit.jupiter.api.Test;

class AcceptedLinkLifeTest {
    private final EventBus bus = new EventBus();
    private final ManualTime time = new ManualTime();
    private final WrittenNetwork network = new WrittenNetwork();
    private final Told told = new Told(bus);
    private long links;

    AcceptedLinkLifeTest() {
        Course2024Dialect course = new Course2024Dialect(6001);
        LabDialect lab = new LabDialect(5001, () -> Samples.self("Ece"), asker -> List.of());
        SharedPort shared = new SharedPort(new Course2019Dialect(5001), course, lab);
        new AcceptedLinks(
                bus,
                network,
                time,
                port -> port == 5001 ? shared : course,
                port -> port != 5001,
                from -> Habits.UNKNOWN);
    }

    @Test
    void whatComesIsHeardAndTheEndIsAnswered() throws InterruptedException {
        LinkId link = accept("10.0.0.2");
        say(link, "{\"message\": \"hi\"}");
        assertEquals(SafeText.line("hi"), told.one(TextHeard.class).text());
        assertEquals(List.of("finish 1"), network.asked());
        put(new NetworkEvent.InputEnded(link));
        assertEquals(List.of(), network.asked(), "our side has ended already");
    }

    @Test
    void whatWasCutOffInTheMiddleIsShown() throws InterruptedException {
        LinkId link = accept("10.0.0.2");
        say(link, "{\"message\": \"hal");
        put(new NetworkEvent.LinkClosed(link, SafeText.line("the connection was reset")));
        assertEquals("{\"message\": \"hal", told.one(TextHeard.class).text().value());
    }

    @Test
    void rawTextIsCompleteAfterTwoSilentSeconds() throws InterruptedException {
        LinkId link = accept("10.0.0.2");
        say(link, "merhaba");
        pass(1_999);
        assertEquals(List.of(), told.all(TextHeard.class));
        pass(1);
        assertEquals("merhaba", told.one(TextHeard.class).text().value());
        pass(60_000);
        assertEquals(1, told.all(TextHeard.class).size());
    }

    @Test
    void aMessageOf2019IsCompleteAfterAPauseThatNobodyNotices() throws InterruptedException {
        LinkId link = acceptOlder("10.0.0.2");
        for (int i = 0; i < 5; i++) {
            say(link, "mer");
            pass(20);
            say(link, "haba");
            pass(49);
            assertEquals(i, told.all(TextHeard.class).size());
            pass(1);
            assertEquals(i + 1, told.all(TextHeard.class).size());
        }
        assertEquals("merhaba", told.all(TextHeard.class).get(4).text().value());
        assertEquals(Speaks.COURSE_2019, told.all(TextHeard.class).get(4).way().speaks());
    }

    @Test
    void aLinkThatLastsAsLongAsTwoKnowEachOtherStaysThroughAnySilence() throws InterruptedException {
        LinkId link = acceptOlder("10.0.0.2");
        say(link, "\u0002\0\0\0\u0003ali");
        assertEquals(Speaks.LAB, told.one(SenderIntroduced.class).speaks());
        pass(24 * 3_600_000L);
        assertEquals(List.of(), network.asked());
        say(link, "\u0001\0\0\0\u0007ali: hi");
        assertEquals(Speaks.LAB, told.one(TextHeard.class).way().speaks());
    }

    @Test
    void aConnectionThatNeverSaysAnythingMayStay() throws InterruptedException {
        accept("10.0.0.2");
        pass(24 * 3_600_000L);
        assertEquals(List.of(), network.asked());
    }

    @Test
    void closedOnesMakeRoom() throws InterruptedException {
        for (int round = 0; round < 100; round++) {
            LinkId link = accept("10.0.0.2");
            put(new NetworkEvent.LinkClosed(link, SafeText.EMPTY));
            assertEquals(List.of("finish " + link.number()), network.asked());
        }
    }

    @Test
    void oneMoreThanTheMostIsClosedAtOnceAndTheOthersGoOn() throws InterruptedException {
        for (int i = 0; i < AcceptedLinks.MOST; i++) {
            say(accept("10.0.0.2"), " ");
        }
        LinkId refused = accept("10.0.0.3");
        assertEquals(List.of("close " + refused.number()), network.asked());
        say(refused, "{\"message\": \"lost\"}");
        say(new LinkId(1), "{\"message\": \"heard\"}");
        assertEquals("heard", told.one(TextHeard.class).text().value());
    }

    @Test
    void whoSpokeAndIsSilentForAQuarterOfAnHourIsClosed() throws InterruptedException {
        LinkId link = accept("10.0.0.2");
        say(link, "{\"message\": \"hi\"}");
        pass(AcceptedLinks.IDLE_MILLIS - 1);
        assertEquals(List.of("finish 1"), network.asked());
        pass(1);
        assertEquals(List.of("close 1"), network.asked());
    }

    @Test
    void tenMegabytesWithoutAnEndAreShownCutWithOneNotice() throws InterruptedException {
        LinkId link = accept("10.0.0.2");
        for (int i = 0; i < 1_280; i++) {
            say(link, "x".repeat(8_192));
        }
        put(new NetworkEvent.LinkClosed(link, SafeText.EMPTY));
        assertEquals(1, told.all(TextHeard.class).size());
        assertEquals(
                "10.0.0.2 was cut off: it sent more than 65536 bytes without an end; what had no end is lost, ask for it again",
                told.one(Notice.class).sentence().value());
        assertTrue(network.asked().contains("close 1"));
    }

    private LinkId acceptOlder(String from) throws InterruptedException {
        LinkId link = new LinkId(++links);
        put(new NetworkEvent.LinkAccepted(link, Samples.at(from, 40_000), 5001));
        return link;
    }

    private LinkId accept(String from) throws InterruptedException {
        LinkId link = new LinkId(++links);
        put(new NetworkEvent.LinkAccepted(link, Samples.at(from, 40_000), 6001));
        return link;
    }

    private void say(LinkId link, String text) throws InterruptedException {
        put(new NetworkEvent.BytesReceived(link, Bytes.utf8(text)));
    }

    private void put(NetworkEvent event) throws InterruptedException {
        bus.put(event);
        bus.runPending();
    }

    private void pass(long millis) {
        time.pass(millis, () -> {
            bus.offer(new Tick());
            bus.runPending();
        });
    }
}
