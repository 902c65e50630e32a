package lanline.edge.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.event.StorageEvent.PinsDecided;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.LanlineId;
import lanline.core.model.Pin;
import lanline.core.port.Pins;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/**
 * {@code peers.json}: everybody whose key is known. Read once at the start; from then on its thread {@code pins} owns it, and
 * {@link #save} hands over to that. Merged on writing, and read again when it has changed, since two machines may share the home
 * ({@code decisions.md} 27).
 */
public final class PinsFile implements Pins, AutoCloseable {
    private static final String NAME = "peers.json";

    /** Many who appear at once are written at once. */
    private static final long GAP_MILLIS = 1_000;

    /**
     * How often it is looked whether another machine has written: so much later, at the most, a decision holds there, too; a network's file
     * system may add half a minute. Costs one look at the file's date and size.
     */
    private static final long LOOK_MILLIS = 10_000;

    /** A network's file system that takes longer keeps the program from ending no longer than this. */
    private static final long CLOSE_MILLIS = 500;

    private final HomeFolder home;
    private final Path file;
    private final EventBus bus;
    private final TimeSource time;
    private final long lookMillis;
    private final Map<LanlineId, Pin> waiting = new ConcurrentHashMap<>();
    private final Semaphore changed = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Workers.daemon("pins", this::live);

    /** From {@link #start} on the thread's own, like what follows. */
    private SharedPins pins = new SharedPins(Map.of());

    /** The file as it was read last because of its date and size. */
    private Optional<Stamp> looked = Optional.empty();

    /** False while something stands in the file's place that must not be overwritten. */
    private boolean isPlaceFree = true;

    private boolean isUnwritten;
    private boolean hasSaved;
    private boolean hasComplained;

    private record Stamp(FileTime modified, long size) {}

    public PinsFile(HomeFolder home, EventBus bus, TimeSource time) {
        this(home, bus, time, LOOK_MILLIS);
    }

    /** {@code lookMillis}: between two looks at the file. */
    PinsFile(HomeFolder home, EventBus bus, TimeSource time, long lookMillis) {
        this.lookMillis = lookMillis;
        this.home = home;
        this.file = home.folder().resolve(NAME);
        this.bus = bus;
        this.time = time;
    }

    /** Reads the file, on the caller's thread, so that PinsLoaded comes before anything of the network; then starts the thread. */
    public void start() {
        looked = stamp();
        pins = new SharedPins(read());
        bus.answer(new PinsLoaded(pins.rows().stream().map(KeptPin::pin).toList()));
        thread.start();
    }

    @Override
    public void save(Pin pin) {
        waiting.put(pin.id(), pin);
        if (changed.availablePermits() == 0) {
            changed.release();
        }
    }

    /** Writes what waits. */
    @Override
    public void close() {
        closing.countDown();
        changed.release();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** For tests, which have the patience that the end of a program has not. */
    void awaitEnd() throws InterruptedException {
        thread.join();
    }

    private void live() {
        try {
            boolean isLast = false;
            while (!isLast) {
                boolean isQuiet = !changed.tryAcquire(lookMillis, TimeUnit.MILLISECONDS);
                // Asked before the taking: what was saved before the closing is written.
                isLast = closing.getCount() == 0;
                takeWaiting();
                // At the end once more: the other machine may have read before, and written after, our last writing.
                if (home.isWritable() && isPlaceFree && (isUnwritten || isLast && hasSaved)) {
                    write();
                } else if (isQuiet) {
                    look();
                    continue;
                }
                closing.await(GAP_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException ending) {
            // Nobody interrupts it but the end of the virtual machine.
        }
    }

    private void takeWaiting() {
        long now = time.now().toEpochMilli();
        for (Pin pin : List.copyOf(waiting.values())) {
            // One that was saved again in this moment is taken when its own signal comes.
            if (waiting.remove(pin.id(), pin)) {
                boolean isNews = pins.save(pin, now);
                isUnwritten |= isNews;
                hasSaved |= isNews;
            }
        }
    }

    private void write() {
        merge(read());
        if (!isPlaceFree) {
            return;
        }
        try {
            SafeFiles.replace(file, PinRows.write(pins.rows()));
            isUnwritten = false;
        } catch (IOException unwritten) {
            complain("can't be written (" + FileProblem.of(unwritten) + "): whom you meet now is new again next time");
        }
    }

    private void merge(Map<LanlineId, KeptPin> written) {
        List<Pin> news = pins.merge(written);
        if (!news.isEmpty()) {
            bus.answer(new PinsDecided(news));
        }
    }

    /** What another machine has written meanwhile holds here, too. */
    private void look() {
        Optional<Stamp> now = stamp();
        if (now.isEmpty() || now.equals(looked)) {
            return;
        }
        looked = now;
        try {
            merge(PinRows.read(SafeFiles.read(file, PinRows.LARGEST)));
        } catch (IOException unreadable) {
            // What holds here holds on; whoever writes next sets a broken file aside, and says so.
        }
    }

    private Optional<Stamp> stamp() {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Stamp(found.lastModifiedTime(), found.size()));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** What is on the disk. A broken file is set aside under another name. */
    private Map<LanlineId, KeptPin> read() {
        try {
            return PinRows.read(SafeFiles.read(file, PinRows.LARGEST));
        } catch (NoSuchFileException nobodyYet) {
            return new LinkedHashMap<>();
        } catch (UnfitFileException broken) {
            setAside(Objects.requireNonNullElse(broken.getMessage(), "it is damaged"));
        } catch (IOException unreadable) {
            isPlaceFree = false;
            complain("can't be read (" + FileProblem.of(unreadable)
                    + "): in this run everybody is new, and nobody you meet is kept");
        }
        return new LinkedHashMap<>();
    }

    private void setAside(String why) {
        Path aside = file.resolveSibling(NAME + ".broken-" + time.now().toEpochMilli());
        try {
            Files.move(file, aside);
            say("is broken (" + why + "). It is kept as " + aside.getFileName()
                    + "; everybody is new again until you compare words once more");
        } catch (IOException stuck) {
            isPlaceFree = false;
            say("is broken (" + why
                    + ") and can't be set aside: in this run everybody is new, and nobody you meet is kept");
        }
    }

    /** Once: it would come again with each person. */
    private void complain(String what) {
        if (!hasComplained) {
            hasComplained = true;
            say(what);
        }
    }

    private void say(String what) {
        bus.answer(new HistoryTrouble(SafeText.line("The list of people you know, " + file + ", " + what + ".")));
    }
}
