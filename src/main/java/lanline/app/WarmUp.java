package lanline.app;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.Nickname;
import lanline.core.model.Tag;
import lanline.core.screen.Screen;
import lanline.core.text.SafeText;
import lanline.edge.system.Workers;
import lanline.edge.terminal.Rehearsal;

/**
 * Two made-up people who chat in memory: the first messages of a run would else go through code that is neither loaded nor
 * compiled, and take several times as long as the later ones. Nothing of it leaves the process, and nothing depends on it. Lives on
 * the thread of its caller.
 */
final class WarmUp {
    /** Messages each way. By then what each of them goes through was called often enough to be compiled: half as many would not do. */
    private static final int MESSAGES = 400;

    private final Rehearsal window;
    private final RehearsedParty ece;
    private final RehearsedParty ali;
    private Screen last = Screen.starting(Nickname.fromPeer("ece"));

    /** {@code window}: ece's, who types into {@code first}. */
    private WarmUp(Rehearsal window, EventBus first) {
        this.window = window;
        EventBus second = new EventBus();
        ece = new RehearsedParty("ece", first, new MemoryNetwork("10.0.0.1", 1, first, second), this::show);
        ali = new RehearsedParty("ali", second, new MemoryNetwork("10.0.0.2", 2, second, first), screen -> {});
    }

    /**
     * Draws a first frame where nobody sees it, while the caller reads the command line and opens the home: half of the start's time
     * goes into either. The chat follows when the real frame is {@code shown}. Returns at once.
     */
    static void start(Map<String, String> environment, CountDownLatch shown) {
        Workers.start("warm-up", () -> {
            try {
                EventBus bus = new EventBus();
                Rehearsal window = new Rehearsal(environment, bus::tryPut);
                shown.await();
                new WarmUp(window, bus).chat();
            } catch (IOException nowhere) {
                // A system without /dev/null: the first messages take their time.
            } catch (InterruptedException ending) {
                // The program ends before anybody has typed.
            }
        });
    }

    /** All of it at once, in the caller's thread; the last screen of one of the two, to show that they did chat. */
    static Screen run(Map<String, String> environment) throws IOException {
        EventBus bus = new EventBus();
        WarmUp warmUp = new WarmUp(new Rehearsal(environment, bus::tryPut), bus);
        warmUp.chat();
        return warmUp.last;
    }

    private void show(Screen screen) {
        last = screen;
        window.show(screen);
    }

    private void chat() {
        ece.begin();
        ali.begin();
        settle();
        window.enter("/query ali");
        settle();
        for (int i = 0; i < MESSAGES; i++) {
            window.enter("up?");
            settle();
            ali.bus().tryPut(new SendText(Tag.NONE, "ece", SafeText.line("up again")));
            settle();
        }
    }

    private void settle() {
        boolean more = true;
        while (more) {
            boolean eceDid = ece.runOne();
            boolean aliDid = ali.runOne();
            more = eceDid || aliDid;
        }
        ece.publish();
        ali.publish();
    }
}
