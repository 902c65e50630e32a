package lanline.core.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.event.NetworkEvent.LinkClosed;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from every thread to the one that owns the core, a lane a kind of source.
 *
 * <p>All that one event from outside causes is digested before the next one ({@link #raise}). Commands and answers of the history
 * have lanes of their own, and so have datagrams: no flood stops a person from typing or a message from coming in, since the lanes
 * take turns. While
 * the history or a front end is behind (the backlog), the lanes are left standing, fill, and make their writers wait.
 */
public final class EventBus {
    /** Events from TCP that may wait; then the readers wait too, and the peer with them. */
    private static final int NETWORK_EVENTS = 1_024;

    /** Datagrams and ticks that may wait: some megabytes at the most. Then the system's own buffer fills, and drops what follows. */
    private static final int DATAGRAMS = 2_048;

    /** Commands that may wait: a script may be that far ahead, then it waits. */
    private static final int COMMANDS = 1_024;

    /**
     * Unwritten messages or lines, long ones counted once more for each 1,024 characters, from which on the network's events wait: some
     * megabytes at the most.
     */
    private static final int BACKLOG_STOPS_NETWORK = 4_096;

    /** Twice that for commands and announcements: a person still gets a word in while messages are held back. */
    private static final int BACKLOG_STOPS_ALL = 8_192;

    private static final int LANES = 3;

    private final Map<Class<? extends Event>, List<Consumer<? super Event>>> subscribers = new HashMap<>();
    private final BlockingQueue<Event> commands = new ArrayBlockingQueue<>(COMMANDS);
    private final BlockingQueue<Event> network = new ArrayBlockingQueue<>(NETWORK_EVENTS);
    private final BlockingQueue<Event> datagrams = new ArrayBlockingQueue<>(DATAGRAMS);
    private final Queue<Event> answers = new ConcurrentLinkedQueue<>();
    private final Deque<Event> raised = new ArrayDeque<>();
    private final Semaphore wake = new Semaphore(0);
    private final AtomicLong dropped = new AtomicLong();
    private IntSupplier backlog = () -> 0;
    private int turn;

    /** Hears every event of one kind. Before the start only. */
    public <E extends Event> void subscribe(Class<E> kind, Consumer<? super E> consumer) {
        subscribers.computeIfAbsent(kind, any -> new ArrayList<>()).add(event -> consumer.accept(kind.cast(event)));
    }

    /** Adds a count of what waits to be written somewhere. Before the start only; asked on the bus thread. */
    public void heedBacklog(IntSupplier unwritten) {
        IntSupplier before = backlog;
        backlog = () -> before.getAsInt() + unwritten.getAsInt();
    }

    /** From a front end: waits while its lane is full. Any thread but the bus thread. */
    public void put(UserCommand command) throws InterruptedException {
        commands.put(command);
        wake();
    }

    /** From a front end that must not wait: false, and nothing happens, while the lane is full. Any thread. */
    public boolean tryPut(UserCommand command) {
        boolean taken = commands.offer(command);
        if (taken) {
            wake();
        }
        return taken;
    }

    /** Before all that waits, and however far behind the history or a front end is: the end of the program. Never waits. Any thread. */
    public void putFirst(UserCommand command) {
        answers.add(command);
        wake();
    }

    /** From TCP: waits while the lane is full, so that TCP slows the peer. Any thread but the bus thread. */
    public void put(NetworkEvent event) throws InterruptedException {
        network.put(event);
        wake();
    }

    /** From UDP: waits while the lane is full. Any thread but the bus thread. */
    public void putDatagram(DatagramReceived datagram) throws InterruptedException {
        datagrams.put(datagram);
        wake();
    }

    /** From the clock: waits while the lane is full. Any thread but the bus thread. */
    public void put(Tick tick) throws InterruptedException {
        datagrams.put(tick);
        wake();
    }

    /** For what the next one of its kind makes good: dropped while the lane is full, and counted. Any thread. */
    public void offer(Event event) {
        if (datagrams.offer(event)) {
            wake();
        } else {
            dropped.incrementAndGet();
        }
    }

    /** From the history: never waits, since it answers only what was asked. Any thread. */
    public void answer(StorageEvent event) {
        answers.add(event);
        wake();
    }

    /** The end of a dial that could not even begin. Never waits: it answers only what was asked. Bus thread. */
    public void answer(LinkClosed event) {
        answers.add(event);
        wake();
    }

    /** What one event causes: told to all before the next event from outside. Bus thread only. */
    public void raise(ChatEvent event) {
        raised.add(event);
    }

    /** A backlog has become shorter. Any thread. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** Events that were dropped since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** Digests one event, waiting for it if there is none. Bus thread only. */
    public void runNext() throws InterruptedException {
        while (!runOne()) {
            wake.acquire();
        }
    }

    /** Digests all that is there, in the caller's thread: simulation, and the end of a run. */
    public void runPending() {
        boolean more = true;
        while (more) {
            more = runOne();
        }
    }

    /** Digests one event if there is one; false if there is none. Bus thread only. */
    public boolean runOne() {
        Event event = next();
        if (event == null) {
            return false;
        }
        deliver(event);
        for (Event caused = raised.poll(); caused != null; caused = raised.poll()) {
            deliver(caused);
        }
        return true;
    }

    private @Nullable Event next() {
        Event answer = answers.poll();
        if (answer != null) {
            return answer;
        }
        int waiting = backlog.getAsInt();
        for (int i = 0; i < LANES; i++) {
            int lane = (turn + i) % LANES;
            Event event = fromLane(lane, waiting);
            if (event != null) {
                turn = lane + 1;
                return event;
            }
        }
        return null;
    }

    private @Nullable Event fromLane(int lane, int waiting) {
        return switch (lane) {
            case 0 -> waiting < BACKLOG_STOPS_NETWORK ? network.poll() : null;
            case 1 -> waiting < BACKLOG_STOPS_ALL ? commands.poll() : null;
            default -> waiting < BACKLOG_STOPS_ALL ? datagrams.poll() : null;
        };
    }

    private void deliver(Event event) {
        for (Consumer<? super Event> subscriber : subscribers.getOrDefault(event.getClass(), List.of())) {
            subscriber.accept(event);
        }
    }
}
