package lanline.edge.terminal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lanline.core.screen.Screen;
import lanline.edge.terminal.input.KeptInput;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Key;
import org.jspecify.annotations.Nullable;

/**
 * The work of the screen thread: waits for keys, a newer Screen and the next minute, and draws once for all that has come.
 * Screen thread only.
 */
final class ScreenLoop {
    /** Keys that act before they are drawn: what a terminal without paste marks pours in is not drawn letter by letter. */
    private static final int KEYS_A_FRAME = 64;

    /** News alone are drawn no more often than this, so that a flood leaves the processor to the rest; keys always are. */
    private static final long NEWS_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** But for so many at once: what one message changes step by step is no flood, and the next message is not to wait for it. */
    private static final int NEWS_AT_ONCE = 5;

    private static final long MINUTE_MILLIS = 60_000;

    private final Surface surface;
    private final ChatWindow window;
    private final ScreenInbox inbox;
    private final WindowSettings settings;
    private final Runnable shown;
    private boolean ended;
    private boolean everything;
    /** When news would be drawn next if they came without a pause since the last pause. */
    private long nextNewsAt = System.nanoTime();

    /** {@code shown} runs once, when the first frame stands. */
    ScreenLoop(Surface surface, ChatWindow window, ScreenInbox inbox, WindowSettings settings, Runnable shown) {
        this.surface = surface;
        this.shown = shown;
        this.window = window;
        this.inbox = inbox;
        this.settings = settings;
    }

    /** Returns when it is stopped, or the terminal is gone. */
    void run() {
        try {
            surface.start();
            drawFrame();
            shown.run();
            surface.listen(inbox::put);
            awaitWork();
            while (!inbox.isStopped() && !ended) {
                suspendIfAsked();
                drawFrame();
                awaitWork();
            }
        } catch (IOException gone) {
            if (!inbox.isStopped()) {
                settings.log().accept(gone);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void suspendIfAsked() throws IOException {
        if (window.takeSuspend() && !surface.suspend()) {
            window.stayedHere();
        }
    }

    /** A failure here is one of drawing as a whole; the next frame draws everything anew. */
    private void drawFrame() throws IOException {
        try {
            window.draw(surface.canvas());
            surface.refresh(window.takeRepaint() || everything);
            everything = false;
            for (ControlSequence sequence : window.takeSequences()) {
                surface.send(sequence);
            }
        } catch (RuntimeException | StackOverflowError failure) {
            window.failed(failure);
            everything = true;
        }
    }

    private void awaitWork() throws IOException, InterruptedException {
        String drawnClock = window.clock();
        boolean hasWork = false;
        while (!hasWork && !inbox.isStopped() && !ended) {
            if (!inbox.hasKeys()) {
                inbox.await(patienceMillis());
            }
            boolean keys = takeKeys();
            boolean news = takeNews();
            window.keeping().keepIfDue();
            boolean kept = takeKept();
            // All of them each time: what is left here for later wakes nobody again.
            boolean question = takeQuestion();
            hasWork = keys || news || kept || question || !window.clock().equals(drawnClock);
        }
    }

    private long patienceMillis() {
        long patience = MINUTE_MILLIS - Math.floorMod(settings.clock().millis(), MINUTE_MILLIS) + 1;
        for (long wait : new long[] {window.keysWaitMillis(), window.keeping().waitMillis()}) {
            patience = wait > 0 ? Math.min(patience, wait) : patience;
        }
        return inbox.hasNews() ? Math.min(patience, newsMillis()) : patience;
    }

    /** Until news may be drawn again. */
    private long newsMillis() {
        long early = nextNewsAt - (NEWS_AT_ONCE - 1) * NEWS_GAP_NANOS - System.nanoTime();
        return early <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(early) + 1;
    }

    private boolean takeKeys() throws IOException {
        boolean acted = window.releaseKeys();
        for (int i = 0; i < KEYS_A_FRAME; i++) {
            Key key = inbox.takeKey();
            if (key == null) {
                return acted;
            }
            take(key);
            acted = true;
        }
        return acted;
    }

    private void take(Key key) throws IOException {
        if (key instanceof Key.Resized resized) {
            surface.resize(resized.rows(), resized.columns());
        } else if (key instanceof Key.Continued continued) {
            surface.resume(continued.rows(), continued.columns());
        } else if (key instanceof Key.Ended) {
            ended = true;
        } else {
            window.press(key);
        }
    }

    private boolean takeKept() {
        @Nullable List<KeptInput> kept = inbox.takeKept();
        if (kept == null) {
            return false;
        }
        window.keeping().restore(kept);
        return true;
    }

    private boolean takeQuestion() {
        @Nullable Consumer<ChatWindow> question = inbox.takeQuestion();
        if (question == null) {
            return false;
        }
        question.accept(window);
        return true;
    }

    private boolean takeNews() {
        @Nullable Screen screen = newsMillis() > 0 ? null : inbox.takeNews();
        if (screen == null) {
            return false;
        }
        window.show(screen);
        nextNewsAt = Math.max(nextNewsAt, System.nanoTime()) + NEWS_GAP_NANOS;
        return true;
    }
}
