package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.secure.Passphrase;
import lanline.core.text.SafeText;
import lanline.edge.terminal.input.KeptInput;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.Canvas;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.ControlSequence;
import lanline.edge.terminal.tty.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one thread that draws, with a terminal that hands its frames to the test. */
@Timeout(20)
class ScreenThreadTest {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<UserCommand> commands = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> log = new LinkedBlockingQueue<>();
    private final CompletableFuture<Consumer<Key>> keys = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final BlockingQueue<List<KeptInput>> kept = new LinkedBlockingQueue<>();
    private volatile int failing;
    private volatile boolean broken;
    private volatile boolean canSuspend = true;

    private final ScreenThread thread = new ScreenThread(
            Terminal::new,
            commands::offer,
            new WindowSettings(
                    new Themes(List.of(), ColorDepth.ANSI16),
                    new Detected(ColorDepth.ANSI16, true, false),
                    InstantSource.system(),
                    ZoneOffset.UTC,
                    "0.1.0",
                    kept::add,
                    log::add),
            over::countDown);

    private final class Terminal implements Surface {
        private final Picture picture = new Picture(60, 16);

        @Override
        public void start() {}

        @Override
        public void listen(Consumer<Key> taker) {
            keys.complete(taker);
        }

        @Override
        public Canvas canvas() {
            return picture.canvas();
        }

        @Override
        public void resize(int rows, int columns) {
            picture.resize(rows, columns);
        }

        @Override
        public void refresh(boolean everything) throws IOException {
            if (broken) {
                throw new IOException("the terminal is gone");
            }
            if (failing > 0) {
                failing--;
                throw new IllegalStateException("a mistake in drawing");
            }
            frames.add(picture.text());
        }

        @Override
        public void send(ControlSequence sequence) {}

        @Override
        public boolean suspend() {
            frames.add("suspended");
            return canSuspend;
        }

        @Override
        public void resume(int rows, int columns) {
            frames.add("resumed");
            picture.resize(rows, columns);
        }

        @Override
        public void stop() {
            stopped.countDown();
        }
    }

    private String frame(Predicate<String> wanted) throws InterruptedException {
        String frame = frames.take();
        while (!wanted.test(frame)) {
            frame = frames.take();
        }
        return frame;
    }

    private void press(Key key) throws Exception {
        keys.get().accept(key);
    }

    @Test
    void theFirstFrameIsThereAtOnceAndNewerOnesFollow() throws Exception {
        thread.start(Screens.STARTING);
        assertTrue(frames.take().contains("starting"));
        thread.accept(Screens.asInTheSpecification().screen());
        frame(text -> text.contains("swapped the SFP"));
        thread.stop();
        assertTrue(stopped.await(10, TimeUnit.SECONDS));
        assertEquals(1, over.getCount(), "nothing was lost");
    }

    @Test
    void ofManyScreensTheNewestIsDrawn() throws Exception {
        thread.start(Screens.STARTING);
        Screens screens = Screens.talk();
        for (int i = 0; i < 1_000; i++) {
            thread.accept(
                    screens.from("ali", "2020-11-21T10:00:00Z", "number " + i).screen());
        }
        frame(text -> text.contains("number 999"));
        thread.stop();
    }

    @Test
    void keysAreEchoedAndSent() throws Exception {
        thread.start(Screens.asInTheSpecification().screen());
        press(new Key.Typed("hey"));
        frame(text -> text.contains("ali> hey"));
        press(new Key.Special(KeyType.Enter, false, false, false));
        UserCommand command = commands.take();
        while (!(command instanceof SendText)) {
            command = commands.take();
        }
        assertEquals("hey", ((SendText) command).text().value());
        thread.stop();
    }

    @Test
    void aResizeIsDrawnInTheNewSize() throws Exception {
        thread.start(Screens.asInTheSpecification().screen());
        press(new Key.Resized(24, 80));
        frame(text -> text.contains("PEOPLE 5"));
        thread.stop();
    }

    @Test
    void ctrlZSuspendsOnceAndTheFrameAfterItShowsWhatWasTyped() throws Exception {
        thread.start(Screens.asInTheSpecification().screen());
        press(new Key.Typed("hey"));
        press(new Key.Chord("z", true, false));
        frame(text -> text.equals("suspended"));
        assertTrue(frames.take().contains("ali> hey"));
        press(new Key.Typed("!"));
        frame(text -> text.contains("ali> hey!"));
        thread.stop();
    }

    @Test
    void whereNobodyCouldContinueUsCtrlZSaysSoAndNothingStops() throws Exception {
        canSuspend = false;
        thread.start(Screens.asInTheSpecification().screen());
        press(new Key.Chord("z", true, false));
        frame(text -> text.equals("suspended"));
        assertTrue(frames.take().contains("Lanline goes on: no shell is here"));
        thread.stop();
    }

    @Test
    void whoWasStoppedFromOutsideBeginsTheScreenAnewInTheSizeOfNow() throws Exception {
        thread.start(Screens.asInTheSpecification().screen());
        press(new Key.Continued(24, 80));
        frame(text -> text.equals("resumed"));
        assertTrue(frames.take().contains("PEOPLE 5"));
        thread.stop();
    }

    @Test
    void aFailureWhileDrawingIsLoggedAndTheThreadGoesOn() throws Exception {
        failing = 1;
        thread.start(Screens.STARTING);
        assertEquals("a mistake in drawing", log.take().getMessage());
        press(new Key.Typed("a"));
        frame(text -> text.contains("> a"));
        assertEquals(1, stopped.getCount());
        thread.stop();
    }

    @Test
    void aLostTerminalEndsTheThreadAndIsToldOnce() throws Exception {
        thread.start(Screens.STARTING);
        press(new Key.Ended());
        assertTrue(over.await(10, TimeUnit.SECONDS));
        assertEquals(0, stopped.getCount());
    }

    @Test
    void aTerminalThatTakesNoOutputIsALostOne() throws Exception {
        broken = true;
        thread.start(Screens.STARTING);
        assertTrue(over.await(10, TimeUnit.SECONDS));
        assertEquals("the terminal is gone", log.take().getMessage());
    }

    @Test
    void theNameIsAskedForBeforeTheChatIsShown() throws Exception {
        CompletableFuture<Optional<Nickname>> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> answer.complete(ask()));
        asking.start();
        frame(text -> text.contains("name> ece"));
        press(new Key.Special(KeyType.Enter, false, false, false));
        assertEquals(Optional.of(Nickname.fromPeer("ece")), answer.get());
        thread.start(Screens.STARTING);
        frame(text -> text.contains("starting"));
        thread.stop();
    }

    private Optional<Nickname> ask() {
        try {
            return thread.askName(Nickname.fromPeer("ece"), Preferences.USUAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Test
    void aWrongPassphraseIsAskedForAgainAndThenTheName() throws Exception {
        BlockingQueue<Optional<Passphrase>> answers = new LinkedBlockingQueue<>();
        askPassphrase("", answers);
        frame(text -> text.contains("passphrase>"));
        press(new Key.Special(KeyType.Enter, false, false, false));
        assertTrue(answers.take().orElseThrow().isEmpty());
        askPassphrase("wrong!", answers);
        frame(text -> text.contains("wrong!"));
        press(new Key.Typed("x"));
        press(new Key.Special(KeyType.Enter, false, false, false));
        assertTrue(answers.take().orElseThrow().isLike(new Passphrase(new char[] {'x'})));
        CompletableFuture<Optional<Nickname>> name = new CompletableFuture<>();
        new Thread(() -> name.complete(ask())).start();
        frame(text -> text.contains("name> ece"));
        press(new Key.Ended());
        assertEquals(Optional.empty(), name.get());
    }

    @Test
    void aTerminalLostDuringTheQuestionForThePassphraseAnswersItWithNothing() throws Exception {
        BlockingQueue<Optional<Passphrase>> answers = new LinkedBlockingQueue<>();
        askPassphrase("", answers);
        press(new Key.Ended());
        assertEquals(Optional.empty(), answers.take());
    }

    private void askPassphrase(String complaint, BlockingQueue<Optional<Passphrase>> answers) {
        new Thread(() -> {
                    try {
                        answers.add(thread.askPassphrase(
                                SafeText.line(complaint), Nickname.fromPeer("ece"), Preferences.USUAL));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }

    @Test
    void aTerminalLostDuringTheQuestionAnswersItWithNothing() throws Exception {
        CompletableFuture<Optional<Nickname>> answer = new CompletableFuture<>();
        new Thread(() -> answer.complete(ask())).start();
        press(new Key.Ended());
        assertFalse(answer.get().isPresent());
    }
}
