package lanline.core.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ComparisonHeard;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ComparisonStep;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.session.Frame;
import lanline.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people, each with the whole of trust, and between them a session that carries what they say. */
class ComparisonsTest {
    private static final Tag TAG = new Tag("t");
    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private final Side ali = new Side(Samples.id('2'), "Ali");
    private final Side ece = new Side(Samples.id('3'), "Ece");

    /** One of the two, with what it has said and nobody has heard yet. */
    private static final class Side {
        final TrustCase trust;
        final LanlineId id;
        final String name;
        final Deque<Frame.Compare> said = new ArrayDeque<>();
        private Optional<Party> party = Optional.empty();

        Side(LanlineId id, String name) {
            this.id = id;
            this.name = name;
            trust = new TrustCase(id);
            Random random = new Random(id.hashCode());
            new Comparisons(
                    new Comparisons.World(trust.bus, random::nextBytes, trust.time),
                    id,
                    trust.live,
                    trust.keys,
                    trust.chosen,
                    (link, frame) -> said.add((Frame.Compare) frame));
        }

        void meet(Side other, Bytes binding) {
            Party met = trust.party(other.id, other.name, "10.0.0.9", 2_000);
            party = Optional.of(met);
            trust.bus.raise(new SessionUp(met, 2, binding));
            trust.bus.raise(new PeerAppeared(new Peer(
                    PeerId.lanline(other.id),
                    Nickname.fromPeer(other.name),
                    Presence.ONLINE,
                    Speaks.LANLINE,
                    List.of(new Route(List.of(met.reach()))),
                    trust.time.now())));
            trust.settle();
        }

        void hears(Frame.Compare frame) {
            trust.bus.raise(new ComparisonHeard(party.orElseThrow(), frame.step(), frame.content()));
            trust.settle();
        }

        void verify(Optional<Boolean> answer) {
            trust.say(new Verify(TAG, "", answer));
        }

        void verify(Side other, Optional<Boolean> answer) {
            trust.say(new Verify(TAG, other.name, answer));
        }

        ComparisonMoved last() {
            List<ComparisonMoved> all = trust.told.all(ComparisonMoved.class);
            return all.get(all.size() - 1);
        }

        Trust trustIn(Side other) {
            return trust.list.get(PeerId.lanline(other.id)).trust();
        }

        void pass(long millis) {
            trust.time.pass(millis, () -> {
                trust.settle();
            });
        }
    }

    @BeforeEach
    void meet() {
        ali.meet(ece, Bytes.utf8("h"));
        ece.meet(ali, Bytes.utf8("h"));
    }

    private void carry() {
        while (!ali.said.isEmpty() || !ece.said.isEmpty()) {
            while (!ali.said.isEmpty()) {
                ece.hears(ali.said.remove());
            }
            while (!ece.said.isEmpty()) {
                ali.hears(ece.said.remove());
            }
        }
    }

    @Test
    void bothSeeTheSameWordsAndAreVerifiedOnceBothSayYes() {
        ali.verify(ece, Optional.empty());
        assertEquals(ComparisonStage.WAITING, ali.last().stage());
        carry();
        assertEquals(ComparisonStage.SHOWN, ali.last().stage());
        assertEquals(6, ali.last().words().size());
        assertEquals(ali.last().words(), ece.last().words());
        assertEquals(
                List.of(TAG, Tag.NONE), List.of(ali.last().tag(), ece.last().tag()), "who has asked is answered");
        assertTrue(ece.last().sentence().value().startsWith("Ali wants to make sure that nobody is between you."));
        ali.verify(ece, YES);
        carry();
        assertEquals(ComparisonStage.AGREED, ali.last().stage());
        assertTrue(ece.last().sentence().value().startsWith("Ali has said that the words are the same."));
        assertEquals(Trust.NEW, ece.trustIn(ali));
        ece.verify(ali, YES);
        carry();
        assertEquals(ComparisonStage.VERIFIED, ali.last().stage());
        assertEquals(ComparisonStage.VERIFIED, ece.last().stage());
        assertEquals(Trust.VERIFIED, ali.trustIn(ece));
        assertEquals(Trust.VERIFIED, ece.trustIn(ali));
    }

    @Test
    void whoeverBothBeginAtOnceOneLeads() {
        ali.verify(ece, Optional.empty());
        ece.verify(ali, Optional.empty());
        carry();
        assertEquals(ComparisonStage.SHOWN, ali.last().stage());
        assertEquals(ali.last().words(), ece.last().words());
        ece.verify(ali, YES);
        ali.verify(ece, YES);
        carry();
        assertEquals(Trust.VERIFIED, ali.trustIn(ece));
        assertEquals(Trust.VERIFIED, ece.trustIn(ali));
    }

    @Test
    void onTwoSessionsWithSomebodyInBetweenTheWordsDiffer() {
        Side mallory = new Side(Samples.id('4'), "Ece");
        Side aliThere = new Side(Samples.id('2'), "Ali");
        aliThere.meet(mallory, Bytes.utf8("one"));
        mallory.meet(aliThere, Bytes.utf8("one"));
        aliThere.verify(mallory, Optional.empty());
        mallory.hears(aliThere.said.remove());
        aliThere.hears(mallory.said.remove());
        ali.verify(ece, Optional.empty());
        carry();
        assertNotEquals(ali.last().words(), aliThere.last().words());
    }

    @Test
    void whereTheWordsDifferNobodyIsVerifiedAndBothAreTold() {
        ali.verify(ece, Optional.empty());
        carry();
        ece.verify(ali, NO);
        carry();
        assertEquals(ComparisonStage.DIFFERENT, ali.last().stage());
        assertEquals(ComparisonStage.DIFFERENT, ece.last().stage());
        assertTrue(ali.last().sentence().value().startsWith("Ece has said that the words differ"));
        assertTrue(ece.last().sentence().value().startsWith("You said that the words differ"));
        assertEquals(Trust.NEW, ali.trustIn(ece));
    }

    @Test
    void threeFailuresMakeAPauseOfTenMinutesForBoth() {
        for (int i = 0; i < Comparisons.MOST_FAILURES; i++) {
            ali.verify(ece, Optional.empty());
            carry();
            ali.verify(ece, NO);
            carry();
        }
        ali.verify(ece, Optional.empty());
        assertTrue(ali.trust.told.one(CommandRefused.class).sentence().value().contains("a pause of 10 minutes"));
        ece.hears(new Frame.Compare(ComparisonStep.COMMIT, Bytes.copyOf(new byte[32])));
        assertEquals(ComparisonStep.STOP, ece.said.remove().step());
        ali.pass(RecentTries.COUNTS_MILLIS);
        ali.verify(ece, Optional.empty());
        assertEquals(ComparisonStep.COMMIT, ali.said.remove().step());
    }

    @Test
    void aScreenIsNotFilledWithQuestions() {
        for (int i = 0; i < 20; i++) {
            ece.hears(new Frame.Compare(ComparisonStep.COMMIT, Bytes.copyOf(new byte[32])));
        }
        long answered = ece.said.stream()
                .filter(frame -> frame.step() == ComparisonStep.ANSWER)
                .count();
        assertEquals(Comparisons.MOST_ASKED, answered);
        assertTrue(ece.trust.told.all(ComparisonMoved.class).isEmpty());
    }

    @Test
    void aSessionThatEndsEndsTheComparison() {
        ali.verify(ece, Optional.empty());
        carry();
        ali.trust.down(ali.party.orElseThrow());
        assertEquals(ComparisonStage.STOPPED, ali.last().stage());
        ali.verify(ece, YES);
        assertTrue(ali.trust.told.one(CommandRefused.class).sentence().value().contains("no words to compare"));
    }

    @Test
    void whoIsNotConnectedCanBeComparedByDigitsOnly() {
        ali.trust.down(ali.party.orElseThrow());
        ali.verify(ece, Optional.empty());
        assertTrue(ali.trust.told.one(CommandRefused.class).sentence().value().contains("/fingerprint Ece"));
    }

    @Test
    void aProgramThatDoesNotAnswerIsWaitedForFifteenSeconds() {
        ali.verify(ece, Optional.empty());
        ali.pass(Comparisons.PROGRAMS_MILLIS - 1);
        assertEquals(ComparisonStage.WAITING, ali.last().stage());
        ali.pass(1_000);
        assertEquals(ComparisonStage.STOPPED, ali.last().stage());
    }

    @Test
    void peopleHaveTenMinutesFromWhenTheySeeTheWords() {
        ali.verify(ece, Optional.empty());
        carry();
        ali.pass(Comparisons.PEOPLE_MILLIS - 1);
        assertEquals(ComparisonStage.SHOWN, ali.last().stage());
        ali.pass(1_000);
        assertEquals(ComparisonStage.STOPPED, ali.last().stage());
        carry();
        assertEquals(ComparisonStage.STOPPED, ece.last().stage());
    }

    @Test
    void askedAgainTheWordsAreShownAgain() {
        ali.verify(ece, Optional.empty());
        carry();
        List<String> words = ece.last().words();
        ece.trust.told.forget();
        ece.verify(ali, Optional.empty());
        assertEquals(words, ece.last().words());
        assertEquals(TAG, ece.last().tag());
        assertTrue(ece.said.isEmpty());
    }

    @Test
    void anAnswerWithoutAQuestionIsRefused() {
        ali.verify(ece, YES);
        assertTrue(ali.trust.told.one(CommandRefused.class).sentence().value().contains("no words to compare"));
        ali.trust.told.forget();
        ali.verify(YES);
        assertTrue(ali.trust.told.one(CommandRefused.class).sentence().value().startsWith("say who"));
    }

    @Test
    void aLateWordOfAComparisonThatIsOverIsPassedOver() {
        ece.hears(new Frame.Compare(ComparisonStep.SAME, Bytes.EMPTY));
        ece.hears(new Frame.Compare(ComparisonStep.STOP, Bytes.EMPTY));
        assertTrue(ece.said.isEmpty());
        assertTrue(ece.trust.told.all(ComparisonMoved.class).isEmpty());
    }
}
