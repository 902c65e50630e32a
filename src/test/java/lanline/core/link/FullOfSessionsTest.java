package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import lanline.core.event.ChatEvent;
import lanline.core.event.ChatEvent.SessionOffered;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.Tick;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.port.Network;
import lanline.core.session.Claim;
import lanline.core.session.Frame;
import lanline.core.session.OwnSide;
import lanline.core.session.Session;
import lanline.core.session.SessionOutput;
import lanline.core.session.Suite;
import lanline.core.text.SafeText;
import lanline.testing.ManualTime;
import lanline.testing.OwnSides;
import lanline.testing.Samples;
import lanline.testing.Told;
import org.junit.jupiter.api.Test;

/** One program that has as many sessions as it takes. */
class FullOfSessionsTest {
    private static final Endpoint ALI_AT = Samples.at("10.9.9.9", 6_001);

    private final EventBus bus = new EventBus();
    private final Told told = new Told(bus);
    private final ManualTime time = new ManualTime();
    private final OwnSide own = person(1);
    private final LanlineId ece = own.claim().get().id();
    private final Others others = new Others();
    private final Sessions sessions = new Sessions(new Sessions.World(bus, others, time, new Random(1)), own);

    @Test
    void beyondTheMostNobodyIsLetInAndWhoIsWrittenToIsStillDialled() {
        raise(new TcpOpened(6_001, 6_001));
        for (int i = 1; i <= Sessions.MOST_SESSIONS; i++) {
            dialUs(i);
        }
        assertEquals(Sessions.MOST_SESSIONS, told.all(SessionUp.class).size());
        assertEquals(0, sessions.refused());

        dialUs(1_001);
        assertEquals(List.of(new LinkId(1_001)), others.closed);
        assertEquals(1, sessions.refused());
        assertEquals(Sessions.MOST_SESSIONS, told.all(SessionUp.class).size());

        LanlineId ali = Samples.id('2');
        raise(new SessionWanted(ali, Samples.lanline('2', "Ali").instance(), ALI_AT));
        time.pass(Dialler.MOST_JITTER_MILLIS, this::digest);
        assertEquals(List.of(), others.dialled);
        sessions.want(ali, List.of(ALI_AT));
        assertEquals(List.of(ALI_AT), others.dialled);
        raise(new LinkClosed(others.dialling, SafeText.line("nobody listens there")));

        raise(new LinkClosed(new LinkId(7), SafeText.EMPTY));
        dialUs(1_002);
        assertEquals(Sessions.MOST_SESSIONS + 1, told.all(SessionUp.class).size());
    }

    /** Somebody's handshake, from its own address and after the one before, so that no other limit is met. */
    private void dialUs(int number) {
        time.pass(1_000 / HalfOpen.MOST_A_SECOND);
        Session there = Session.dial(person(1 + number), ece);
        LinkId link = new LinkId(number);
        others.there.put(link, there);
        Endpoint from = Samples.at("10.0." + number / 250 + "." + number % 250, 40_000);
        for (SessionOutput first : there.opened()) {
            first.deliverTo(new Answer(bytes -> raise(new SessionOffered(link, from, bytes))));
        }
    }

    private static OwnSide person(long seed) {
        return OwnSides.of("P" + seed, 6_001, seed, seed, (claim, suite) -> Optional.empty());
    }

    private void raise(ChatEvent event) {
        bus.raise(event);
        digest();
    }

    private void raise(NetworkEvent event) {
        bus.offer(event);
        digest();
    }

    private void digest() {
        bus.offer(new Tick());
        bus.runPending();
        while (!others.toUs.isEmpty()) {
            bus.offer(others.toUs.remove());
            bus.runPending();
        }
    }

    /** What the other side of a session wants to be sent. */
    private record Answer(Consumer<Bytes> send) implements SessionOutput.Handler {
        @Override
        public void transmit(Bytes bytes) {
            send.accept(bytes);
        }

        @Override
        public void up(Claim other, Suite suite, Bytes channelBinding) {
            // The program here is looked at.
        }

        @Override
        public void heard(Frame frame) {
            // Neither is asked what it was told.
        }

        @Override
        public void broken(String why) {
            throw new AssertionError(why);
        }
    }

    /** Everybody else, each with a session that answers at once. */
    private static final class Others implements Network {
        final Map<LinkId, Session> there = new HashMap<>();
        final Deque<NetworkEvent> toUs = new ArrayDeque<>();
        final List<LinkId> closed = new ArrayList<>();
        final List<Endpoint> dialled = new ArrayList<>();
        final LinkId dialling = new LinkId(1_000_000);

        @Override
        public void transmit(LinkId link, Bytes bytes) {
            for (SessionOutput output : there.get(link).receive(bytes)) {
                output.deliverTo(new Answer(answer -> toUs.add(new BytesReceived(link, answer))));
            }
        }

        @Override
        public LinkId dial(Endpoint to, int timeoutMillis) {
            dialled.add(to);
            return dialling;
        }

        @Override
        public void finish(LinkId link) {
            throw new AssertionError("nobody is sent away");
        }

        @Override
        public void close(LinkId link) {
            closed.add(link);
        }

        @Override
        public void broadcast(LanInterface on, int port, Bytes payload) {
            throw new AssertionError("sessions have nothing to do with datagrams");
        }

        @Override
        public void unicast(Endpoint to, Bytes payload) {
            throw new AssertionError("sessions have nothing to do with datagrams");
        }
    }
}
