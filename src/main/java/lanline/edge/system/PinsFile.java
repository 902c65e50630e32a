package lanline.edge.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.LanlineId;
import lanline.core.model.Pin;
import lanline.core.port.Pins;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/**
 * {@code peers.json}: everybody whose key is known. Read once at the start; from then on its thread {@code pins} owns it, and
 * {@link #save} hands over to that. Merged on writing, since two machines may share the home ({@code decisions.md} 27).
 */
public final class PinsFile implements Pins, AutoCloseable {
    /** People who are kept; of more, those who were not seen for longest are dropped, never one verified or blocked. */
    static final int MOST = 5_000;

    private static final String NAME = "peers.json";

    /** Many who appear at once are written at once. */
    private static final long GAP_MILLIS = 1_000;

    /** A network's file system that takes longer keeps the program from ending no longer than this. */
    private static final long CLOSE_MILLIS = 500;

    private final HomeFolder home;
    private final Path file;
    private final EventBus bus;
    private final TimeSource time;
    private final Map<LanlineId, Pin> waiting = new ConcurrentHashMap<>();
    private final Semaphore changed = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Workers.daemon("pins", this::live);

    /** As last read or written; from {@link #start} on the thread's own, like what follows. */
    private Map<LanlineId, KeptPin> kept = new LinkedHashMap<>();

    /** False while something stands in the file's place that must not be overwritten. */
    private boolean isPlaceFree = true;

    private boolean isUnwritten;
    private boolean hasSaved;
    private boolean hasComplained;

    public PinsFile(HomeFolder home, EventBus bus, TimeSource time) {
        this.home = home;
        this.file = home.folder().resolve(NAME);
        this.bus = bus;
        this.time = time;
    }

    /** Reads the file, on the caller's thread, so that PinsLoaded comes before anything of the network; then starts the thread. */
    public void start() {
        kept = read();
        bus.answer(new PinsLoaded(kept.values().stream().map(KeptPin::pin).toList()));
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
                changed.acquire();
                // Asked before the taking: what was saved before the closing is written.
                isLast = closing.getCount() == 0;
                takeWaiting();
                // At the end once more: the other machine may have read before, and written after, our last writing.
                if (home.isWritable() && (isUnwritten || isLast && hasSaved)) {
                    write();
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
                KeptPin before = kept.get(pin.id());
                kept.put(pin.id(), before == null ? KeptPin.first(pin, now) : KeptPin.after(before, pin, now));
                isUnwritten = true;
                hasSaved = true;
            }
        }
    }

    private void write() {
        Map<LanlineId, KeptPin> merged = read();
        for (Map.Entry<LanlineId, KeptPin> row : kept.entrySet()) {
            merged.merge(row.getKey(), row.getValue(), (onDisk, ours) -> ours.mergedWith(onDisk));
        }
        drop(merged);
        kept = merged;
        if (!isPlaceFree) {
            return;
        }
        try {
            SafeFiles.replace(file, PinRows.write(merged.values()));
            isUnwritten = false;
        } catch (IOException unwritten) {
            complain("can't be written (" + FileProblem.of(unwritten) + "): whom you meet now is new again next time");
        }
    }

    private static void drop(Map<LanlineId, KeptPin> rows) {
        int excess = rows.size() - MOST;
        if (excess > 0) {
            List<LanlineId> oldest = rows.values().stream()
                    .filter(row -> !row.isByHand())
                    .sorted(Comparator.comparing(row -> row.pin().seen().last()))
                    .limit(excess)
                    .map(row -> row.pin().id())
                    .toList();
            oldest.forEach(rows::remove);
        }
    }

    /** What is on the disk. A broken file is set aside under another name. */
    private Map<LanlineId, KeptPin> read() {
        try {
            Map<LanlineId, KeptPin> rows = PinRows.read(SafeFiles.read(file, PinRows.LARGEST));
            drop(rows);
            return rows;
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
