package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lanline.core.model.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody on the way does to one flight of a handshake, no session comes up where it arrives, and nothing is thrown. */
class DamagedSessionTest {
    /** In XXhfs most bits are of ML-KEM keys and secrets, and alike: so many of each flight are tried. */
    private static final int TRIED_OF_XX_HFS = 900;

    /** What is sent at a time: preamble and message 1; message 2; message 3; who dialled says HELLO; who was dialled does. */
    private enum Flight {
        GREETING,
        ANSWER,
        PROOF,
        FIRST_HELLO,
        LAST_HELLO;

        boolean goesToWhoWasDialled() {
            return this != ANSWER && this != LAST_HELLO;
        }
    }

    /** Two people with the same keys in each run, what they send each other, and what becomes of one when another thing comes instead. */
    private static final class Meeting {
        private final Suite suite;
        private final Person ece;
        private final Person ali;
        private final List<Bytes> flights = new ArrayList<>();

        Meeting(Suite suite, long run) {
            this.suite = suite;
            this.ece = Person.of("Ece", 10 + run);
            this.ali = Person.of("Ali", 20 + run);
            End dialling = dialling();
            End accepting = accepting();
            flights.add(dialling.takeSent());
            flights.add(accepting.receive(flights.get(0)).takeSent());
            Bytes proof = dialling.receive(flights.get(1)).takeSent();
            int end = Incoming.PREFIX + (proof.at(0) & 0xFF) * 256 + (proof.at(1) & 0xFF);
            flights.add(proof.slice(0, end));
            flights.add(proof.slice(end, proof.length()));
            flights.add(accepting.receive(proof).takeSent());
            dialling.receive(flights.get(4));
            assertTrue(dialling.session.isUp() && accepting.session.isUp());
        }

        private End dialling() {
            return End.dialling(ece.again().side(), ali, suite);
        }

        private End accepting() {
            return End.accepting(ali.again());
        }

        Bytes flight(Flight flight) {
            return flights.get(flight.ordinal());
        }

        /** Where {@code flight} goes, after all that it should have got before it and {@code instead}. */
        End given(Flight flight, Bytes instead) {
            End to = flight.goesToWhoWasDialled() ? accepting() : dialling();
            for (Flight earlier : Flight.values()) {
                if (earlier.compareTo(flight) < 0 && earlier.goesToWhoWasDialled() == flight.goesToWhoWasDialled()) {
                    to.receive(flight(earlier));
                }
            }
            to.takeSent();
            return to.receive(instead);
        }

        void assertDown(Flight flight, Bytes instead, String what) {
            String where = what + " of " + flight + ", " + suite;
            End to = given(flight, instead);
            assertEquals(Optional.empty(), to.up, where);
            if (flight == Flight.GREETING) {
                to = dialling();
                to.takeSent();
                to.receive(given(flight, instead).takeSent());
                assertEquals(Optional.empty(), to.up, where);
            }
            // So the other side, which waits for more, isn't up either.
            assertEquals(List.of(), to.sent, where);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFlippedBitAnywhereInXxEndsIt(Flight flight) {
        Meeting meeting = new Meeting(Suite.XX, 0);
        int bits = meeting.flight(flight).length() * Byte.SIZE;
        for (int bit = 0; bit < bits; bit++) {
            meeting.assertDown(flight, flipped(meeting.flight(flight), bit), "bit " + bit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFlippedBitInXxhfsEndsIt(Flight flight) {
        Meeting meeting = new Meeting(Suite.XX_HFS, 0);
        Random random = new Random(flight.ordinal());
        int bits = meeting.flight(flight).length() * Byte.SIZE;
        for (int i = 0; i < TRIED_OF_XX_HFS; i++) {
            int at = i < 2 * Preamble.LENGTH * Byte.SIZE ? i : random.nextInt(bits);
            meeting.assertDown(flight, flipped(meeting.flight(flight), at), "bit " + at);
        }
    }

    static Bytes flipped(Bytes bytes, int bit) {
        byte[] changed = bytes.toArray();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Bytes.copyOf(changed);
    }

    @ParameterizedTest
    @EnumSource
    void aFlightThatStopsAtAnyByteEndsIt(Flight flight) {
        Meeting meeting = new Meeting(Suite.XX, 0);
        for (int end = 0; end < meeting.flight(flight).length(); end++) {
            meeting.assertDown(flight, meeting.flight(flight).slice(0, end), "cut at " + end);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyFlightInPlaceOfAnotherEndsIt(Suite suite) {
        Meeting meeting = new Meeting(suite, 0);
        for (Flight flight : Flight.values()) {
            for (Flight other : Flight.values()) {
                if (other != flight) {
                    meeting.assertDown(flight, meeting.flight(other), other + " in place");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFlightOfAnEarlierMeetingOfTheSameIdentitiesEndsIt(Suite suite) {
        Meeting earlier = new Meeting(suite, 0);
        for (Flight flight : Flight.values()) {
            new Meeting(suite, 1).assertDown(flight, earlier.flight(flight), "replayed");
        }
    }

    @Test
    void aWholeEarlierConversationPlayedAgainBringsNobodyUp() {
        Meeting earlier = new Meeting(Suite.XX_HFS, 0);
        // With the same identity and the same key of the run, but what belongs to one handshake is new, as always.
        End accepting = End.accepting(earlier.ali);
        accepting.receive(earlier.flight(Flight.GREETING));
        accepting.takeSent();
        accepting.receive(earlier.flight(Flight.PROOF)).receive(earlier.flight(Flight.FIRST_HELLO));
        assertEquals(Optional.empty(), accepting.up);
        assertTrue(accepting.broken.isPresent());
        assertEquals(List.of(), accepting.sent);
    }

    @ParameterizedTest
    @EnumSource
    void aFlightThatComesTwiceEndsIt(Flight flight) {
        Meeting meeting = new Meeting(Suite.XX, 0);
        Bytes flown = meeting.flight(flight);
        End to = meeting.given(flight, End.join(List.of(flown, flown)));
        assertFalse(to.session.isUp());
        assertTrue(to.broken.isPresent());
    }

    @Test
    void anUntouchedMeetingIsTheSameInEachRun() {
        for (Flight flight : Flight.values()) {
            assertEquals(new Meeting(Suite.XX_HFS, 0).flight(flight), new Meeting(Suite.XX_HFS, 0).flight(flight));
        }
    }
}
