package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.WITH_ALI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.port.History.Before;
import org.junit.jupiter.api.Test;

/** How much of a conversation is kept in memory, and how the rest is found again. */
class LiveTranscriptTest {
    private static final int A_LOT = 11_250;

    private final LiveTranscript transcript = new LiveTranscript(true);

    @Test
    void atTheEndTheNewestTenThousandStay() {
        loaded();
        add(1, A_LOT, true);
        assertEquals(A_LOT, transcript.size());
        add(A_LOT + 1, 1, true);
        assertEquals(LiveTranscript.MOST_AT_END, transcript.size());
        assertEquals(message(A_LOT + 1), last());
    }

    @Test
    void whoReadsFarBackKeepsFiftyThousand() {
        loaded();
        add(1, 56_250, false);
        assertEquals(56_250, transcript.size());
        add(56_251, 1, false);
        assertEquals(LiveTranscript.MOST, transcript.size());
    }

    @Test
    void forgottenOnesAreReadAgainWithoutDoubles() {
        loaded();
        add(1, A_LOT + 1, true);
        int first = A_LOT + 2 - LiveTranscript.MOST_AT_END;
        assertEquals(message(first), lines().get(0));
        assertTrue(shown().hasOlder());
        assertTrue(transcript.beginLoading());
        assertEquals(Before.time(message(first).time().plusMillis(1)), transcript.oldest());
        List<Line.Message> page = new ArrayList<>();
        for (int i = first - 10; i <= first; i++) {
            page.add(message(i));
        }
        transcript.addOlder(page, Before.number(first - 10), true);
        assertEquals(LiveTranscript.MOST_AT_END + 10, transcript.size());
        assertEquals(message(first - 1), lines().get(9));
        assertEquals(message(first), lines().get(10));
    }

    @Test
    void aPageThatWasAskedForBeforeTheOldestWentLeavesNoGap() {
        loaded();
        add(100, A_LOT, true);
        transcript.addOlder(List.of(message(99)), Before.number(99), true);
        assertTrue(transcript.beginLoading());
        add(100 + A_LOT, 1, true);
        Line oldest = lines().get(0);
        transcript.addOlder(List.of(message(97), message(98)), Before.number(97), true);
        assertEquals(oldest, lines().get(0));
        assertEquals(Before.time(oldest.time().plusMillis(1)), transcript.oldest());
        assertTrue(transcript.beginLoading());
    }

    @Test
    void theStateOfAForgottenMessageChangesNothing() {
        loaded();
        ChatMessage queued = Stage.own(ALI, 1, "looking", Delivery.QUEUED);
        transcript.add(line(queued), true);
        add(2, A_LOT + 1, true);
        List<Line> before = lines();
        assertFalse(transcript.replace(line(queued.withDelivery(Delivery.SENT))));
        assertEquals(before, lines());
    }

    @Test
    void itWeighsWhatItsLinesWeighWhateverIsDoneToThem() {
        loaded();
        add(1, A_LOT + 1, true);
        ChatMessage queued = Stage.own(ALI, 20_000, "looking", Delivery.QUEUED);
        transcript.add(line(queued), true);
        transcript.replace(line(queued.withDelivery(Delivery.SENT)));
        transcript.say(Stage.said("ali left"), true);
        transcript.addOlder(List.of(message(1), message(2), message(9_000)), Before.number(1), true);
        assertWeighs();
        transcript.shrink();
        assertWeighs();
        assertEquals(Stage.said("ali left"), last());
        transcript.clear();
        assertEquals(0, transcript.weight());
    }

    @Test
    void halfOfItCanBeForgottenAndIsReadAgain() {
        loaded();
        add(1, 10, true);
        transcript.shrink();
        assertEquals(message(6), lines().get(0));
        assertEquals(5, transcript.size());
        assertTrue(shown().hasOlder());
    }

    @Test
    void untilTheFirstPageIsThereItIsNotLoaded() {
        assertTrue(transcript.beginLoading());
        assertFalse(transcript.beginLoading());
        assertFalse(transcript.isLoaded());
        transcript.giveUp();
        assertFalse(transcript.isLoaded());
        loaded();
        assertTrue(transcript.isLoaded());
        assertFalse(transcript.beginLoading());
    }

    private void assertWeighs() {
        assertEquals(lines().stream().mapToLong(Line::weight).sum(), transcript.weight());
    }

    private void loaded() {
        transcript.beginLoading();
        transcript.addOlder(List.of(), Before.NOW, false);
    }

    private void add(int from, int count, boolean endInSight) {
        for (int i = from; i < from + count; i++) {
            transcript.add(message(i), endInSight);
        }
    }

    private static Line.Message message(int number) {
        return line(Stage.received(ALI, number, "message " + number));
    }

    private static Line.Message line(ChatMessage message) {
        return new Line.Message(message, message.with().name().shown(), false, true);
    }

    private Transcript shown() {
        return transcript.asShown(WITH_ALI, Transcript.empty().title());
    }

    private List<Line> lines() {
        return Stage.list(shown().lines());
    }

    private Line last() {
        return lines().get(transcript.size() - 1);
    }
}
