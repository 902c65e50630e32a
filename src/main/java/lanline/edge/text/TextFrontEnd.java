package lanline.edge.text;

import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import lanline.core.event.ChatEvent.Departed;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.Quit;
import lanline.core.model.Tag;
import lanline.core.port.TimeSource;
import lanline.edge.system.Workers;

/**
 * A front end without a screen: commands are read on the thread {@code in}, events become lines on the bus thread and are written on
 * the thread {@code out}. Make it before the bus starts: it subscribes in the constructor.
 */
public final class TextFrontEnd {
    private final EventBus bus;
    private final LineSink sink;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Input input;

    /** Reads commands until the input ends or somebody wants to leave. */
    interface Input {
        void readAll() throws InterruptedException;
    }

    private interface Kind {
        Input subscribe(LineSink sink, Runnable onFailure);
    }

    private TextFrontEnd(EventBus bus, Streams streams, Kind kind) {
        this.bus = bus;
        sink = new LineSink(streams.out(), bus::wake, () -> bus.putFirst(new Quit(Tag.NONE, true)));
        bus.heedBacklog(sink::backlog);
        input = kind.subscribe(sink, () -> failed.set(true));
    }

    /** One JSON object a line both ways ({@code cli.md}). */
    public static TextFrontEnd json(EventBus bus, Streams streams, Self self) {
        return new TextFrontEnd(bus, streams, (sink, onFailure) -> {
            new JsonEvents(bus, sink, self).subscribe();
            return new JsonInput(bus, streams.in(), sink);
        });
    }

    /**
     * Readable lines ({@code cli.md}). {@code patience}: for so long a name not yet heard is waited for when the input is a script;
     * zero if somebody sits at a terminal, who sees a refusal and may type it again.
     */
    public static TextFrontEnd plain(
            EventBus bus, Streams streams, Self self, TimeSource time, ZoneId zone, Duration patience) {
        return new TextFrontEnd(bus, streams, (sink, onFailure) -> {
            PeerBook book = new PeerBook(bus, self.name());
            PlainLines lines = new PlainLines(sink, time, zone);
            Runnable onRefusal = patience.isZero() ? () -> {} : onFailure;
            new PlainEvents(bus, lines, book, self).subscribe(onRefusal);
            bus.subscribe(Departed.class, event -> {
                if (event.undelivered() > 0) {
                    onRefusal.run();
                }
            });
            PlainCommands commands = new PlainCommands(bus, lines, self, onRefusal);
            return new PlainInput(streams.in(), new AwaitedNames(book, time, patience), commands);
        });
    }

    /** Starts to read and to write. */
    public void start() {
        sink.start();
        Workers.start("in", this::read);
    }

    private void read() {
        try {
            input.readAll();
            bus.put(new Quit(Tag.NONE, false));
        } catch (InterruptedException stop) {
            // The program ends anyway: nobody else interrupts this thread.
            failed.set(true);
        }
    }

    /** After Departed: waits until all lines are written or nobody reads them, at most {@code millis}; false if it took longer. */
    public boolean close(long millis) throws InterruptedException {
        return sink.close(millis);
    }

    /** 0, or 1 if a message could not be sent or, in a script, a line not be followed. True once the bus has ended. */
    public int exitStatus() {
        return failed.get() ? 1 : 0;
    }
}
