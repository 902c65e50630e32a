package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.LinkAccepted;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.LinkId;
import lanline.core.port.Network;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

final class AcceptedLinksTest {
    private final EventBus bus = new EventBus();
    private final List<LinkId> closed = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private long now;

    AcceptedLinksTest() {
        new AcceptedLinks(
                bus,
                new ClosedLinks(),
                new SetTime(),
                port -> new Course2024Dialect(6_001),
                port -> true,
                from -> Habits.UNKNOWN);
        bus.subscribe(TextHeard.class, event -> heard.add(event.text().value()));
        bus.subscribe(Notice.class, event -> notices.add(event.sentence().value()));
    }

    @Test
    void allThatOneHostDialsAtOnceAreHeard() {
        for (int i = 1; i <= 500; i++) {
            accept(i, "10.0.0.2");
        }
        tickAt(1_000);
        for (int i = 1; i <= 500; i++) {
            say(i, "{\"message\": \"" + i + "\"}");
            happens(new InputEnded(new LinkId(i)));
        }
        assertEquals(500, heard.size());
        assertEquals(List.of(), closed);
    }

    @Test
    void ofMoreThanThatWhoSayNothingTheOldestGoesAtOnce() {
        for (int i = 1; i <= SilentLinks.MOST_EVEN_NEW + 2; i++) {
            accept(i, "10.0.0." + i % 250);
        }
        assertEquals(List.of(new LinkId(1), new LinkId(2)), closed);
    }

    @Test
    void ofThoseThatStaySilentEachHostKeepsEight() {
        for (int i = 1; i <= 10; i++) {
            accept(i, "10.0.0.2");
        }
        accept(11, "10.0.0.3");
        tickAt(SilentLinks.FIRST_WORD_MILLIS);
        assertEquals(List.of(new LinkId(2), new LinkId(1)), closed);
    }

    @Test
    void ofThoseThatStaySilentTheNewestStay() {
        for (int i = 0; i < 300; i++) {
            accept(i, "10.0.0." + i / 8);
        }
        tickAt(SilentLinks.FIRST_WORD_MILLIS);
        assertEquals(300 - SilentLinks.MOST, closed.size());
        assertTrue(closed.stream().allMatch(link -> link.number() < 300 - SilentLinks.MOST));
    }

    @Test
    void whatHasNoEndIsCutOffOnce() {
        accept(1, "10.0.0.2");
        for (int i = 0; i < 10; i++) {
            say(1, "{" + "x".repeat(16_000));
        }
        assertEquals(List.of(new LinkId(1)), closed);
        assertEquals(1, heard.size());
        assertEquals(1, notices.size());
    }

    @Test
    void unfinishedPiecesTogetherTakeNoMoreThanTheirShareOfMemory() {
        int links = 400;
        for (int i = 0; i < links; i++) {
            accept(i, "10.0.0." + i / 8);
            say(i, "{" + "x".repeat(60_000));
        }
        int longest = AcceptedLinks.MOST_UNFINISHED_BYTES / 65_536;
        assertEquals(links - longest, closed.size());
        assertEquals(closed.size(), heard.size());
    }

    @Test
    void closedLinksGiveTheirShareBack() {
        for (int i = 0; i < 400; i++) {
            accept(i, "10.0.0.2");
            say(i, "{" + "x".repeat(60_000));
            happens(new LinkClosed(new LinkId(i), SafeText.EMPTY));
        }
        assertEquals(List.of(), closed);
    }

    private void accept(int link, String host) {
        happens(new LinkAccepted(new LinkId(link), new Endpoint(new HostAddress(host), 40_000), 6_001));
    }

    private void say(int link, String text) {
        happens(new BytesReceived(new LinkId(link), Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8))));
    }

    private void happens(NetworkEvent event) {
        bus.offer(event);
        bus.runPending();
    }

    private void tickAt(long uptime) {
        now = uptime;
        bus.offer(new Tick());
        bus.runPending();
    }

    private final class SetTime implements TimeSource {
        @Override
        public Instant now() {
            return Instant.ofEpochMilli(now);
        }

        @Override
        public long uptimeMillis() {
            return now;
        }

        @Override
        public void wakeAt(long uptimeMillis) {
            // The tests tick by themselves.
        }
    }

    /** Nothing leaves; what is closed is written down. */
    private final class ClosedLinks implements Network {
        @Override
        public LinkId dial(Endpoint to, int timeoutMillis) {
            throw new AssertionError("accepted links dial nobody");
        }

        @Override
        public void transmit(LinkId link, Bytes bytes) {
            throw new AssertionError("nothing is answered in plain text");
        }

        @Override
        public void finish(LinkId link) {
            // Our side ends; the link ends by itself then.
        }

        @Override
        public void close(LinkId link) {
            closed.add(link);
        }

        @Override
        public void broadcast(LanInterface on, int port, Bytes payload) {
            throw new AssertionError("links have nothing to do with datagrams");
        }

        @Override
        public void unicast(Endpoint to, Bytes payload) {
            throw new AssertionError("links have nothing to do with datagrams");
        }
    }
}
