package lanline.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.model.Endpoint;
import lanline.core.model.LanlineId;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class DialRulesTest {
    private static final Endpoint THERE = Samples.at("10.0.0.2", 6_001);

    private static final LanlineId ALI = Samples.id('2');
    private static final LanlineId MALLORY = Samples.id('3');

    private final DialRules rules = new DialRules();

    @Test
    void afterEachFailureItIsDialledAgainTwiceAsLateUpToFourMinutes() {
        List<Long> waits = new ArrayList<>();
        long last = 0;
        rules.begun(ALI, THERE, 0);
        for (long now = 1_000; waits.size() < 6; now += 1_000) {
            if (rules.allow(ALI, THERE, now)) {
                rules.begun(ALI, THERE, now);
                waits.add((now - last) / 1_000);
                last = now;
            }
        }
        assertEquals(List.of(30L, 60L, 120L, 240L, 240L, 240L), waits);
    }

    @Test
    void whereASessionCameAboutItMayBeDialledAgainAtOnce() {
        rules.begun(ALI, THERE, 0);
        rules.succeeded(THERE);
        assertTrue(rules.allow(ALI, THERE, 1));
    }

    @Test
    void anotherPortIsAnotherProgram() {
        rules.begun(ALI, THERE, 0);
        assertFalse(rules.allow(ALI, THERE, 1));
        assertTrue(rules.allow(ALI, Samples.at("10.0.0.2", 6_002), 1));
        assertTrue(rules.allow(ALI, Samples.at("10.0.0.3", 6_001), 1));
    }

    @Test
    void sixteenPortsOfAnAddressInThirtySecondsAreEnough() {
        for (int i = 0; i < DialRules.MOST_OF_ADDRESS; i++) {
            Endpoint at = Samples.at("10.0.0.2", 7_000 + i);
            assertTrue(rules.allow(ALI, at, i));
            rules.begun(ALI, at, i);
        }
        assertFalse(rules.allow(ALI, THERE, 20_000));
        assertTrue(rules.allow(ALI, THERE, DialRules.AGAIN_MILLIS));
    }

    @Test
    void whatOthersAnnounceFromSomebodysAddressDoesNotKeepUsFromDiallingThatOne() {
        rules.met(ALI, THERE);
        rules.begun(MALLORY, THERE, 0);
        assertFalse(rules.allow(MALLORY, THERE, 1));
        assertTrue(rules.allow(ALI, THERE, 1));
        rules.begun(ALI, THERE, 1);
        assertFalse(rules.allow(ALI, THERE, DialRules.AGAIN_MILLIS));
        assertTrue(rules.allow(ALI, THERE, DialRules.AGAIN_MILLIS + 1));
    }

    @Test
    void sessionsDoNotCountAmongTheSixteen() {
        for (int i = 0; i < 100; i++) {
            Endpoint at = Samples.at("10.0.0.2", 7_000 + i);
            assertTrue(rules.allow(ALI, at, i));
            rules.begun(ALI, at, i);
            rules.succeeded(at);
        }
    }
}
