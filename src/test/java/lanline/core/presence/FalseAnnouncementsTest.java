package lanline.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lanline.core.dialect.Proof;
import lanline.core.dialect.Sighting;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.model.Bytes;
import lanline.core.model.InstanceId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Presence;
import lanline.core.model.Status;
import lanline.core.model.Trust;
import lanline.core.presence.AnnouncementCheck.Verdict;
import lanline.testing.ManualTime;
import lanline.testing.Samples;
import lanline.testing.Samples.Announcement;
import org.junit.jupiter.api.Test;

/** What somebody on the network can send without a key of ours ({@code security.md} section 8, spoofed announcement). */
class FalseAnnouncementsTest extends PresenceCase {
    private static final int MANY = 1_000;
    private static final Announcement ALI = Samples.lanline('2', "Ali");
    private static final String AT = "10.0.0.2";

    @Test
    void aThousandForgedReplayedAndCrossPostedOnesChangeNoRowAndMakeNobodyHere() {
        List<Bytes> recorded = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            recorded.add(ALI.counted(i).from(AT));
            hear(AT, recorded.get(i - 1));
            pass(50);
        }
        up(ALI, AT, 1);
        raise(new TrustChanged(PeerId.lanline(Samples.id('2')), Trust.VERIFIED, false));
        List<Peer> before = roster.peers();
        told.forget();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < MANY; i++) {
            pass(100);
            Bytes one = recorded.get(random.nextInt(recorded.size()));
            switch (i % 4) {
                case 0 -> hear(AT, one);
                case 1 -> hear("10.0.3." + i % 250, one);
                case 2 -> hear(AT, forged(i, random));
                default -> hear("10.0.3." + i % 250, moved(one, "10.0.3." + i % 250));
            }
        }
        assertEquals(before, roster.peers());
        assertEquals(List.of(), told.all(PeerAppeared.class));
        assertEquals(List.of(), told.all(PeerChanged.class));
        assertEquals(List.of(), told.all(PeerLeft.class));
        assertEquals(List.of(), told.all(SessionWanted.class));
    }

    @Test
    void whoseAnnouncementIsRefusedIsNoPersonWithAnOlderProgramEither() {
        String text = ALI.from(AT).toText();
        List<Bytes> refused = List.of(
                Bytes.utf8(text.replace("\"v\": 1", "\"v\": 2")),
                Bytes.utf8(text.replace("\"per\": 8", "\"per\": 9")),
                Bytes.utf8(text.replace("\"port\": 6001", "\"port\": 0")),
                Bytes.utf8(text.replace("\"name\": \"Ali\"", "\"name\": 5")),
                ALI.run('c', time.now().toEpochMilli() + 172_800_000).from(AT));
        for (Bytes one : refused) {
            hear(AT, one);
            hearOlder(AT, Samples.older("ali"));
            pass(1_000);
            hearOlder(AT, Samples.older("bob"));
            pass(1_000);
            assertEquals("bob", told.one(PeerAppeared.class).peer().name().toString(), one::toText);
            told.forget();
            pass(1_200_000);
        }
    }

    /** In Ali's name with a higher counter, signed by another key. */
    private static Bytes forged(int i, SplittableRandom random) {
        Status status = Status.values()[random.nextInt(4)];
        String text = ALI.by(Samples.key('9'))
                .counted(100 + i)
                .saying(status)
                .from(AT)
                .toText();
        return Bytes.utf8(text.replace(Samples.id('9').text(), Samples.id('2').text()));
    }

    /** As if it had left another address. */
    private static Bytes moved(Bytes recorded, String to) {
        return Bytes.utf8(recorded.toText().replace(AT, to));
    }

    @Test
    void whatIsReplayedOfSomebodyNotHereMakesAGhostAtTheMost() {
        hear(AT, ALI);
        assertEquals(Presence.ANNOUNCED, roster.peers().get(0).presence());
        for (int i = 0; i < 100; i++) {
            pass(1_000);
            hear(AT, ALI);
        }
        assertTrue(roster.peers().stream().noneMatch(Peer::isHere));
        assertEquals(1, told.all(SessionWanted.class).size());
    }

    @Test
    void unsignedOnesAreNamedAsSuchAndAreNoOlderProgramEither() {
        hear(AT, Bytes.utf8(ALI.from(AT).toText().replace("\"v\": 1", "\"v\": 0")));
        assertEquals(List.of(), roster.peers());
        assertTrue(told.one(AnnouncementHeard.class).problem().value().contains("does not sign"));
    }

    @Test
    void twoHundredSignaturesASecondAreCheckedAndHalfOfThemAreKeptForPeopleKnown() {
        ManualTime clock = new ManualTime();
        AnnouncementCheck check = new AnnouncementCheck(clock);
        check.prove(ALI.party(AT, 1));
        Looked looked = new Looked(false);
        for (int i = 0; i < MANY; i++) {
            check.verdict(said('3', i, 1), looked);
        }
        assertEquals(100, looked.times);
        for (int i = 1; i <= 150; i++) {
            check.verdict(said('2', 0, i), looked);
        }
        assertEquals(200, looked.times);
        assertEquals(Verdict.TOO_MANY, check.verdict(said('2', 0, 999), looked));
        clock.pass(60_000, () -> {});
        assertEquals(Verdict.FORGED, check.verdict(said('2', 0, 999), looked));
    }

    @Test
    void aLateOneCountsOnceAndOnlyIfItIsSigned() {
        AnnouncementCheck check = new AnnouncementCheck(new ManualTime());
        Proof signed = new Looked(true);
        assertEquals(Verdict.BELIEVED, check.verdict(said('2', 0, 20), signed));
        assertEquals(Verdict.FORGED, check.verdict(said('2', 0, 18), new Looked(false)));
        assertEquals(Verdict.LATE, check.verdict(said('2', 0, 18), signed));
        assertEquals(Verdict.REPEATED, check.verdict(said('2', 0, 18), signed));
        assertEquals(Verdict.BELIEVED, check.verdict(said('2', 0, 22), signed));
        assertEquals(Verdict.REPEATED, check.verdict(said('2', 0, 18), signed));
        assertEquals(Verdict.REPEATED, check.verdict(said('2', 0, 20), signed));
        assertEquals(Verdict.LATE, check.verdict(said('2', 0, 22 - ReplayWindow.SIZE + 1), signed));
        assertEquals(Verdict.REPEATED, check.verdict(said('2', 0, 22 - ReplayWindow.SIZE), signed));
    }

    private static Sighting.Lanline said(char id, int run, long counter) {
        return new Sighting.Lanline(Samples.id(id), new InstanceId("%016x".formatted(run)), 1_000, counter);
    }

    /** Counts how often it was looked at. */
    private static final class Looked implements Proof {
        private final boolean holds;
        int times;

        Looked(boolean holds) {
            this.holds = holds;
        }

        @Override
        public boolean hasSoundKey() {
            return true;
        }

        @Override
        public boolean holds() {
            times++;
            return holds;
        }
    }
}
