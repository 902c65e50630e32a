package lanline.edge.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.AccountFound;
import lanline.core.event.NetworkEvent.LinkAccepted;
import lanline.core.event.NetworkEvent.LinkClosed;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LinkId;
import lanline.core.text.SafeText;
import lanline.edge.system.SocketAccounts;
import lanline.edge.system.SocketWorkers;

/** The TCP connections that are open or opening. The map hands them over between the bus, the listeners and the readers. */
final class Links {
    /**
     * Connections at a time, since each costs a thread and a descriptor; the core's own limits are lower. One more is closed as
     * soon as it is accepted.
     */
    private static final int MOST = 4_096;

    /** A last word takes less than this to be written, if a thread is there. */
    private static final long FLUSH_LOOK_MILLIS = 2;

    private final EventBus bus;
    private final SocketWorkers workers;
    private final Map<LinkId, Link> open = new ConcurrentHashMap<>();
    private final SocketAccounts accounts = SocketAccounts.ofThisSystem();
    private final AtomicLong lastNumber = new AtomicLong();

    Links(EventBus bus, SocketWorkers workers) {
        this.bus = bus;
        this.workers = workers;
    }

    LinkId dial(Endpoint to, int timeoutMillis) {
        Link link = add();
        if (!isRead(link, new Dial(bus, link, to, timeoutMillis))) {
            bus.answer(new LinkClosed(link.id(), Problem.NO_THREAD));
        }
        return link.id();
    }

    /** Takes over a connection that somebody dialled, or closes it where there are too many. Never waits. */
    void accepted(SocketChannel channel, int localPort) throws IOException {
        if (open.size() >= MOST) {
            Link.reset(channel);
            return;
        }
        Endpoint from = Addresses.endpoint(channel.getRemoteAddress());
        Link link = add();
        link.expectToHear();
        try {
            link.attach(channel);
        } catch (IOException gone) {
            drop(link);
            throw gone;
        }
        isRead(link, () -> bus.put(new LinkAccepted(link.id(), from, localPort)));
    }

    void transmit(LinkId id, Bytes bytes) {
        Link link = open.get(id);
        if (link != null) {
            link.transmit(bytes);
        }
    }

    void hasRead(LinkId id, long bytes) {
        Link link = open.get(id);
        if (link != null) {
            link.hasRead(bytes);
        }
    }

    void finish(LinkId id) {
        Link link = open.get(id);
        if (link != null) {
            link.finish();
        }
    }

    void close(LinkId id) {
        Link link = open.get(id);
        if (link != null) {
            link.end(SafeText.EMPTY);
        }
    }

    /** Waits until all that was transmitted is with the system, at most {@code millis}. Nothing new may come meanwhile. */
    void flush(long millis) {
        try {
            for (long left = millis; left > 0 && isWriting(); left -= FLUSH_LOOK_MILLIS) {
                TimeUnit.MILLISECONDS.sleep(FLUSH_LOOK_MILLIS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWriting() {
        return open.values().stream().anyMatch(Link::isWriting);
    }

    /** AccountFound follows where the other end is of this machine, and its account is known. */
    void findAccount(LinkId id) {
        Link link = open.get(id);
        if (link != null) {
            workers.run("account-" + id.number(), () -> tellAccount(link));
        }
    }

    private void tellAccount(Link link) {
        Optional<SafeText> account = link.ends()
                .filter(ends -> Addresses.isOfThisMachine(ends.other().getAddress()))
                .flatMap(ends -> accounts.holding(Addresses.endpoint(ends.other()), Addresses.endpoint(ends.own())));
        if (account.isPresent()) {
            try {
                bus.put(new AccountFound(link.id(), account.get()));
            } catch (InterruptedException closing) {
                // The program ends, and nobody listens any more.
            }
        }
    }

    private Link add() {
        Link link = new Link(new LinkId(lastNumber.incrementAndGet()), workers);
        open.put(link.id(), link);
        return link;
    }

    /** False, and the link is gone, where there is no thread for it. */
    private boolean isRead(Link link, LinkReader.Opening opening) {
        LinkReader reader = new LinkReader(bus, link, opening, () -> open.remove(link.id()));
        boolean isRead = workers.run("read-" + link.id().number(), reader);
        if (!isRead) {
            drop(link);
        }
        return isRead;
    }

    private void drop(Link link) {
        link.end(SafeText.EMPTY);
        open.remove(link.id());
    }
}
