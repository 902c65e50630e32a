package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lanline.core.event.ChatEvent.PrivateTextHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionDown.End;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.model.Endpoint;
import lanline.core.model.Party;
import lanline.core.session.Frame;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import lanline.testing.WiredLan;
import lanline.testing.WiredNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where two sessions with one instance come about, one stays, on both sides the same. */
class CrossingSessionsTest {
    private static final Endpoint ECE_AT = Samples.at("10.0.0.1", 6_001);
    private static final Endpoint ALI_AT = Samples.at("10.0.0.2", 6_001);

    @Test
    void ofTwoThatDialEachOtherBothKeepTheSameSessionInAnyOrder() {
        for (long seed = 1; seed <= 200; seed++) {
            WiredLan lan = new WiredLan(seed);
            WiredNode ece = lan.node("Ece", ECE_AT, seed);
            WiredNode ali = lan.node("Ali", ALI_AT, 1_000 + seed);
            startApart(seed, lan, ece, ali);
            lan.settle();
            assertOneSession(seed, ece, ali);
            lan.pass(20_000);
            assertOneSession(seed, ece, ali);
            assertEquals(
                    ece.told.all(SessionUp.class).size() - 1,
                    ece.told.all(SessionDown.class).size());
        }
    }

    /** The second one dials after some of what the first one does has happened. */
    private static void startApart(long seed, WiredLan lan, WiredNode ece, WiredNode ali) {
        ece.sessions.want(ali.id(), List.of(ali.at()));
        int headStart = new Random(seed).nextInt(8);
        for (int i = 0; i < headStart; i++) {
            lan.deliverOne();
        }
        ali.sessions.want(ece.id(), List.of(ece.at()));
    }

    private static void assertOneSession(long seed, WiredNode ece, WiredNode ali) {
        String story = "seed " + seed;
        assertEquals(1, ece.sessions.with(ali.id()).size(), story);
        assertEquals(1, ali.sessions.with(ece.id()).size(), story);
        assertEquals(1, ece.openLinks(), story);
        assertEquals(1, ali.openLinks(), story);
        String said = "over seed " + seed;
        ece.sessions.say(ece.with(ali).link(), new Frame.Text(Samples.message(1), SafeText.line(said)));
        ali.sessions.say(ali.with(ece).link(), new Frame.Text(Samples.message(2), SafeText.line(said)));
    }

    @Test
    void whatIsSaidOnTheOneThatStaysArrives() {
        for (long seed = 1; seed <= 50; seed++) {
            WiredLan lan = new WiredLan(seed);
            WiredNode ece = lan.node("Ece", ECE_AT, seed);
            WiredNode ali = lan.node("Ali", ALI_AT, 1_000 + seed);
            startApart(seed, lan, ece, ali);
            lan.settle();
            ece.sessions.say(ece.with(ali).link(), new Frame.Text(Samples.message(1), SafeText.line("hi")));
            lan.settle();
            assertEquals(1, ali.told.all(PrivateTextHeard.class).size());
        }
    }

    @Test
    void theEndOfTheOtherIsToldAfterTheSessionThatStays() {
        WiredLan lan = new WiredLan();
        WiredNode ece = lan.node("Ece", ECE_AT);
        WiredNode ali = lan.node("Ali", ALI_AT);
        List<String> story = new ArrayList<>();
        ali.bus.subscribe(SessionUp.class, event -> story.add("up"));
        ali.bus.subscribe(SessionDown.class, event -> story.add(event.end().name()));
        meet(lan, ece, ali);
        lan.pass(SessionLink.RENEW_MILLIS);
        assertEquals(List.of("up", "up", "REPLACED"), story);
    }

    @Test
    void afterAnHourWhoDialledDialsAgainAndNobodyIsAway() {
        WiredLan lan = new WiredLan();
        WiredNode ece = lan.node("Ece", ECE_AT);
        WiredNode ali = lan.node("Ali", ALI_AT);
        meet(lan, ece, ali);
        Party before = ece.with(ali);
        lan.pass(SessionLink.RENEW_MILLIS);
        assertEquals(List.of(ALI_AT, ALI_AT), ece.dialled);
        assertEquals(List.of(), ali.dialled);
        assertTrue(ece.with(ali).link().number() > before.link().number());
        assertEquals(End.REPLACED, ece.told.one(SessionDown.class).end());
        assertEquals(before, ece.told.one(SessionDown.class).party());
        assertEquals(1, ece.openLinks());
    }

    /** What is sealed and what is opened counts together, on the side that has dialled. */
    @Test
    void afterSoManyBytesWhoDialledDialsAgain() {
        long bytes = 10_000_000;
        WiredLan lan = new WiredLan();
        lan.renewBytes = bytes;
        WiredNode ece = lan.node("Ece", ECE_AT);
        WiredNode ali = lan.node("Ali", ALI_AT);
        meet(lan, ece, ali);
        Party before = ece.with(ali);
        speakBoth(lan, ece, ali, bytes / 100 * 97);
        lan.pass(2 * SessionLink.PING_MILLIS);
        assertEquals(List.of(ALI_AT), ece.dialled);
        speakBoth(lan, ece, ali, bytes / 100 * 3);
        lan.pass(2 * SessionLink.PING_MILLIS);
        assertEquals(List.of(ALI_AT, ALI_AT), ece.dialled);
        assertEquals(List.of(), ali.dialled);
        assertEquals(before, ece.told.one(SessionDown.class).party());
        speakBoth(lan, ece, ali, 100_000);
        lan.pass(2 * SessionLink.PING_MILLIS);
        assertEquals(2, ece.dialled.size());
    }

    private static void speakBoth(WiredLan lan, WiredNode ece, WiredNode ali, long bytes) {
        Frame text = new Frame.Text(Samples.message(1), SafeText.line("x".repeat(8_000)));
        for (long said = 0; said < bytes; said += 2 * 8_000) {
            ece.sessions.say(ece.with(ali).link(), text);
            ali.sessions.say(ali.with(ece).link(), text);
            lan.settle();
            ece.told.forget();
            ali.told.forget();
        }
    }

    @Test
    void whereTheOtherCanNoLongerBeDialledTheOldKeysStay() {
        WiredLan lan = new WiredLan();
        WiredNode ece = lan.node("Ece", ECE_AT);
        WiredNode ali = lan.node("Ali", ALI_AT);
        meet(lan, ece, ali);
        lan.remove(ALI_AT);
        lan.pass(2 * SessionLink.RENEW_MILLIS);
        assertEquals(1, ece.sessions.with(ali.id()).size());
        assertEquals(List.of(), ece.told.all(SessionDown.class));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasLostItsEndAndDialsAgainReplacesTheOtherEnd(boolean isSmallerOne) {
        WiredLan lan = new WiredLan();
        WiredNode one = lan.node("Ece", ECE_AT);
        WiredNode two = lan.node("Ali", ALI_AT);
        boolean isOneSmaller = one.id().text().compareTo(two.id().text()) < 0;
        WiredNode losing = isOneSmaller == isSmallerOne ? one : two;
        WiredNode other = losing == one ? two : one;
        // Dialled by the other, which would win a crossing if it is the smaller one.
        meet(lan, other, losing);
        lan.pass(11_000);
        Party lost = losing.with(other);
        losing.lose(lost.link());
        losing.sessions.want(other.id(), List.of(other.at()));
        lan.settle();
        assertEquals(1, other.sessions.with(losing.id()).size());
        assertEquals(End.REPLACED, other.told.one(SessionDown.class).end());
        assertEquals(1, losing.sessions.with(other.id()).size());
    }

    @Test
    void thereIsASessionWithEachInstanceOfAPerson() {
        WiredLan lan = new WiredLan();
        WiredNode ece = lan.node("Ece", ECE_AT);
        WiredNode ali = lan.node("Ali", ALI_AT, 7);
        WiredNode aliAtWork = lan.node("Ali", Samples.at("10.0.0.3", 6_001), 7);
        ece.hears(ali);
        ece.hears(aliAtWork);
        lan.pass(1_000);
        assertEquals(2, ece.sessions.with(ali.id()).size());
        assertEquals(1, ali.sessions.with(ece.id()).size());
        assertEquals(1, aliAtWork.sessions.with(ece.id()).size());
        ali.hears(aliAtWork);
        lan.pass(1_000);
        assertEquals(aliAtWork.instance(), ali.with(aliAtWork).instance());
    }

    @Test
    void severalPeopleOnOneHostAllReachEachOther() {
        WiredLan lan = new WiredLan();
        List<WiredNode> people = List.of(
                lan.node("Ece", Samples.at("10.0.0.1", 6_001)),
                lan.node("Ali", Samples.at("10.0.0.1", 20_001)),
                lan.node("Can", Samples.at("10.0.0.1", 20_002)),
                lan.node("Ada", Samples.at("10.0.0.1", 20_003)));
        for (WiredNode hearing : people) {
            people.forEach(hearing::hears);
        }
        lan.pass(1_000);
        for (WiredNode one : people) {
            people.stream()
                    .filter(other -> other != one)
                    .forEach(other -> assertEquals(other.at(), one.with(other).reach()));
        }
    }

    @Test
    void ofAPersonWithTwoAddressesOneSessionStays() {
        for (long seed = 1; seed <= 50; seed++) {
            WiredLan lan = new WiredLan(seed);
            WiredNode ece = lan.node("Ece", ECE_AT, seed);
            WiredNode ali = lan.node("Ali", ALI_AT, 1_000 + seed);
            Endpoint second = Samples.at("192.168.1.2", 6_001);
            lan.alsoAt(second, ali);
            ece.sessions.want(ali.id(), List.of(ALI_AT, second));
            lan.settle();
            assertOneSession(seed, ece, ali);
        }
    }

    private static void meet(WiredLan lan, WiredNode dialling, WiredNode other) {
        dialling.hears(other);
        lan.pass(Dialler.JITTER_MILLIS_EACH);
        assertEquals(1, dialling.sessions.with(other.id()).size());
    }
}
