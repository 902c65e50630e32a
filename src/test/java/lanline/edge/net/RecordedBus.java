package lanline.edge.net;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.NetworkEvent.AccountFound;
import lanline.core.event.NetworkEvent.BytesReceived;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.event.NetworkEvent.DatagramUnsent;
import lanline.core.event.NetworkEvent.FixedTcpOpened;
import lanline.core.event.NetworkEvent.FixedTcpUnavailable;
import lanline.core.event.NetworkEvent.InputEnded;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.event.NetworkEvent.LinkAccepted;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.event.NetworkEvent.LinkOpened;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.NetworkEvent.UdpOpened;
import lanline.core.event.NetworkEvent.UdpUnavailable;
import lanline.core.model.LinkId;
import lanline.edge.system.BusThread;

/** A running bus whose network events can be waited for, in their order. */
final class RecordedBus implements AutoCloseable {
    /** Far more than anything here takes; only a failing test waits that long. */
    private static final long PATIENCE_SECONDS = 30;

    final EventBus bus = new EventBus();
    private final BlockingQueue<NetworkEvent> heard = new LinkedBlockingQueue<>();
    private final BusThread thread = new BusThread(bus, () -> {}, failure -> {
        throw new AssertionError(failure);
    });

    RecordedBus() {
        for (Class<? extends NetworkEvent> kind : List.of(
                AccountFound.class,
                DatagramReceived.class,
                LinkAccepted.class,
                LinkOpened.class,
                BytesReceived.class,
                InputEnded.class,
                LinkClosed.class,
                InterfacesChanged.class,
                DatagramUnsent.class,
                UdpOpened.class,
                UdpUnavailable.class,
                TcpOpened.class,
                FixedTcpOpened.class,
                FixedTcpUnavailable.class)) {
            bus.subscribe(kind, heard::add);
        }
        thread.start();
    }

    /** The next event of that kind; those of other kinds before it are passed over. */
    <E extends NetworkEvent> E await(Class<E> kind) throws InterruptedException {
        return await(kind, any -> true);
    }

    <E extends NetworkEvent> E await(Class<E> kind, Predicate<E> wanted) throws InterruptedException {
        List<NetworkEvent> others = new ArrayList<>();
        while (true) {
            NetworkEvent next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no " + kind.getSimpleName() + ", but " + others);
            }
            if (kind.isInstance(next) && wanted.test(kind.cast(next))) {
                return kind.cast(next);
            }
            others.add(next);
        }
    }

    /** All bytes of the link up to the end of its input. */
    String textUntilEnd(LinkId link) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        while (true) {
            NetworkEvent next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next instanceof BytesReceived received && received.link().equals(link)) {
                text.append(received.bytes().toText());
            } else if (next instanceof InputEnded ended && ended.link().equals(link)) {
                return text.toString();
            } else if (next == null
                    || next instanceof LinkClosed closed && closed.link().equals(link)) {
                throw new AssertionError("after <" + text + "> came " + next);
            }
        }
    }

    /** What was heard and not yet awaited, after a last event has passed through the bus. */
    List<NetworkEvent> rest() {
        List<NetworkEvent> rest = new ArrayList<>();
        heard.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        thread.stop();
    }
}
