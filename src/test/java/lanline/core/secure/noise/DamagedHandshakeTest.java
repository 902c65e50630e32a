package lanline.core.secure.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import lanline.core.model.Bytes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever somebody on the way does to a handshake, no session comes up on either side, and nothing is thrown. */
class DamagedHandshakeTest {
    private static final int[] EXTENSIONS = {1, 15, 16, 17, 32, 1_000, 64_000, Transport.MAX_MESSAGE, 70_000};

    @TestFactory
    Stream<DynamicTest> anUntouchedHandshakeBringsBothSidesUp() {
        return eachMessage(
                (wire, number) -> assertEquals(EnumSet.allOf(Role.class), wire.sidesUp(number, message -> message)));
    }

    @TestFactory
    Stream<DynamicTest> aFlippedBitAnywhereEndsIt() {
        return eachMessage((wire, number) -> {
            int bits = wire.message(number).length() * Byte.SIZE;
            for (int bit = 0; bit < bits; bit++) {
                int position = bit;
                assertDown(wire, number, message -> flipped(message, position), "bit " + bit);
            }
        });
    }

    private static Bytes flipped(Bytes message, int bit) {
        byte[] bytes = message.toArray();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Bytes.copyOf(bytes);
    }

    @TestFactory
    Stream<DynamicTest> aMessageCutAtAnyByteEndsIt() {
        return eachMessage((wire, number) -> {
            for (int length = 0; length < wire.message(number).length(); length++) {
                int end = length;
                assertDown(wire, number, message -> message.slice(0, end), "cut at " + length);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aLongerMessageEndsIt() {
        return eachMessage((wire, number) -> {
            for (int more : EXTENSIONS) {
                assertDown(wire, number, message -> longer(message, more), more + " bytes more");
            }
        });
    }

    private static Bytes longer(Bytes message, int more) {
        return Bytes.copyOf(Arrays.copyOf(message.toArray(), message.length() + more));
    }

    @TestFactory
    Stream<DynamicTest> anotherMessageOfTheSameHandshakeInItsPlaceEndsIt() {
        return eachMessage((wire, number) -> {
            for (int other = 1; other <= DamagedWire.MESSAGES; other++) {
                Bytes wrong = wire.message(other);
                if (other != number) {
                    assertDown(wire, number, message -> wrong, "message " + other);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aMessageOfAnEarlierHandshakeOfTheSamePeopleEndsIt() {
        return eachMessage((wire, number) -> {
            Bytes replayed = wire.ofAnotherRun().message(number);
            assertDown(wire, number, message -> replayed, "replayed");
        });
    }

    @Test
    void anotherPrologueOnOneSideEndsIt() {
        for (Pattern pattern : DamagedWire.PATTERNS) {
            assertEquals(Set.of(), new DamagedWire(pattern).sidesUpWithPrologues("LL1 tcp v1", "LL1 tcp v2"));
        }
    }

    @Test
    void twoSuitesDoNotMeet() {
        DamagedWire hybrid = new DamagedWire(Pattern.XX_HFS);
        DamagedWire plain = new DamagedWire(Pattern.XX);
        for (int number = 1; number <= DamagedWire.MESSAGES; number++) {
            Bytes other = hybrid.message(number);
            Bytes another = plain.message(number);
            assertDown(plain, number, message -> other, "of XXhfs");
            assertDown(hybrid, number, message -> another, "of XX");
        }
    }

    private static void assertDown(DamagedWire wire, int number, DamagedWire.Damage damage, String what) {
        Set<Role> up = wire.sidesUp(number, damage);
        assertTrue(up.isEmpty(), () -> what + " in message " + number + ": up are " + up);
    }

    private static Stream<DynamicTest> eachMessage(Check check) {
        return Stream.of(DamagedWire.PATTERNS)
                .flatMap(pattern -> Stream.of(1, 2, 3)
                        .map(number -> DynamicTest.dynamicTest(
                                pattern + ", message " + number, () -> check.run(new DamagedWire(pattern), number))));
    }

    private interface Check {
        void run(DamagedWire wire, int number);
    }
}
