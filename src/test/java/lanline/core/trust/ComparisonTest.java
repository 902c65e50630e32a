package lanline.core.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.LanlineId;
import lanline.core.secure.SharedWords;
import lanline.core.secure.SharedWords.Between;
import lanline.core.session.Frame;
import lanline.core.trust.Comparison.State;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static final LanlineId ALI = Samples.id('2');
    private static final LanlineId ECE = Samples.id('3');
    private static final LanlineId MALLORY = Samples.id('4');
    private static final Between BETWEEN = new Between(ALI, ECE, Bytes.utf8("binding"));

    private final Comparison leader = Comparison.leading(BETWEEN, nonce(1));
    private final Comparison follower =
            Comparison.following(BETWEEN, nonce(2), leader.opening().content());

    private static Bytes nonce(int seed) {
        byte[] nonce = new byte[SharedWords.NONCE_LENGTH];
        new Random(seed).nextBytes(nonce);
        return Bytes.copyOf(nonce);
    }

    private static Optional<Frame.Compare> tell(Comparison to, Frame.Compare frame) {
        return to.hear(frame.step(), frame.content());
    }

    private void showBoth() {
        Frame.Compare reveal = tell(leader, follower.opening()).orElseThrow();
        assertEquals(Optional.empty(), tell(follower, reveal));
    }

    @Test
    void bothSidesShowTheSameSixWords() {
        showBoth();
        assertEquals(State.SHOWN, leader.state());
        assertEquals(State.SHOWN, follower.state());
        assertEquals(6, leader.words().size());
        assertEquals(leader.words(), follower.words());
    }

    @Test
    void theyAreVerifiedOnceBothPeopleHaveSaidYes() {
        showBoth();
        Frame.Compare yesOfAli = leader.answer(true);
        assertEquals(State.AGREED, leader.state());
        tell(follower, yesOfAli);
        assertEquals(State.HEARD, follower.state());
        tell(leader, follower.answer(true));
        assertEquals(State.VERIFIED, leader.state());
        assertEquals(State.VERIFIED, follower.state());
    }

    @Test
    void oneYesAloneVerifiesNobody() {
        showBoth();
        tell(follower, leader.answer(true));
        assertEquals(State.AGREED, leader.state());
        assertEquals(State.HEARD, follower.state());
    }

    @Test
    void whoSaysNoIsHeardByTheOther() {
        showBoth();
        tell(follower, leader.answer(false));
        assertEquals(State.DENIED_HERE, leader.state());
        assertEquals(State.DENIED_THERE, follower.state());
    }

    @Test
    void aNoAfterTheOthersYesCounts() {
        showBoth();
        tell(follower, leader.answer(true));
        tell(leader, follower.answer(false));
        assertEquals(State.DENIED_THERE, leader.state());
    }

    @Test
    void otherSessionsOtherPeopleAndOtherNumbersGiveOtherWords() {
        Bytes usual = SharedWords.number(BETWEEN, nonce(1), nonce(2));
        assertNotEquals(usual, SharedWords.number(new Between(ALI, ECE, Bytes.utf8("other")), nonce(1), nonce(2)));
        assertNotEquals(usual, SharedWords.number(new Between(ECE, ALI, BETWEEN.channelBinding()), nonce(1), nonce(2)));
        assertNotEquals(
                usual, SharedWords.number(new Between(ALI, MALLORY, BETWEEN.channelBinding()), nonce(1), nonce(2)));
        assertNotEquals(usual, SharedWords.number(BETWEEN, nonce(2), nonce(1)));
    }

    @Test
    void somebodyInBetweenWhoPassesEverythingOnIsSeenByTheWords() {
        Comparison toMallory = Comparison.leading(new Between(ALI, MALLORY, Bytes.utf8("one")), nonce(1));
        Comparison ofMallory = Comparison.following(
                new Between(MALLORY, ECE, Bytes.utf8("two")),
                nonce(2),
                toMallory.opening().content());
        Frame.Compare reveal = tell(toMallory, ofMallory.opening()).orElseThrow();
        tell(ofMallory, reveal);
        assertEquals(State.BROKEN, ofMallory.state(), "the commitment names the two people and their session");
        assertEquals(List.of(), ofMallory.words());
    }

    @Test
    void whoRevealsAnotherNumberThanCommittedIsFoundOut() {
        tell(leader, follower.opening());
        tell(follower, new Frame.Compare(ComparisonStep.REVEAL, nonce(3)));
        assertEquals(State.BROKEN, follower.state());
        assertEquals(List.of(), follower.words());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void numbersOfAnotherLengthBreakItOff(int length) {
        Bytes wrong = Bytes.copyOf(new byte[length]);
        assertEquals(
                State.BROKEN, Comparison.following(BETWEEN, nonce(2), wrong).state());
        tell(leader, new Frame.Compare(ComparisonStep.ANSWER, wrong));
        assertEquals(State.BROKEN, leader.state());
        tell(follower, new Frame.Compare(ComparisonStep.REVEAL, wrong));
        assertEquals(State.BROKEN, follower.state());
    }

    @ParameterizedTest
    @EnumSource(
            value = ComparisonStep.class,
            names = {"COMMIT", "REVEAL", "SAME"})
    void whatIsOutOfTurnBreakesItOffAndSaysSo(ComparisonStep step) {
        Optional<Frame.Compare> reply = leader.hear(step, nonce(5));
        assertEquals(ComparisonStep.STOP, reply.orElseThrow().step());
        assertEquals(State.BROKEN, leader.state());
    }

    @Test
    void aSameBeforeTheWordsAreShownIsNoYes() {
        follower.hear(ComparisonStep.SAME, Bytes.EMPTY);
        assertEquals(State.BROKEN, follower.state());
    }

    @Test
    void nothingIsAnsweredBeforeTheWordsAreShown() {
        assertThrows(IllegalStateException.class, () -> leader.answer(true));
    }

    @Test
    void whatIsOverStaysAsItIs() {
        showBoth();
        tell(follower, leader.answer(false));
        for (ComparisonStep step : ComparisonStep.values()) {
            follower.hear(step, nonce(6));
        }
        assertEquals(State.DENIED_THERE, follower.state());
    }

    @Test
    void noBytesMakeItThrowOrVerify() {
        Random random = new Random(11);
        Set<State> seen = EnumSet.noneOf(State.class);
        for (int run = 0; run < 20_000; run++) {
            Comparison tried = run % 2 == 0
                    ? Comparison.leading(BETWEEN, nonce(run))
                    : Comparison.following(BETWEEN, nonce(run), leader.opening().content());
            for (int i = 0; i < 4; i++) {
                byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(40) : SharedWords.NONCE_LENGTH];
                random.nextBytes(bytes);
                tried.hear(ComparisonStep.values()[random.nextInt(5)], Bytes.copyOf(bytes));
            }
            seen.add(tried.state());
        }
        assertTrue(!seen.contains(State.VERIFIED), () -> "verified without a person: " + seen);
        assertTrue(seen.contains(State.BROKEN) && seen.contains(State.STOPPED), seen::toString);
    }
}
