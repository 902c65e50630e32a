package lanline.core.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    private static final LanlineId ECE = key(0);
    private static final LanlineId ALI = key(1);
    private static final String ECES = "aaaq eaye auda ocaj bifq ydio b4ib ceqt cqkr mfyy denb wha5 dypq gnga";

    @Test
    void aFingerprintIsTheKeyInGroupsOfFourAndFourSignsToCheck() {
        assertEquals(ECES, Fingerprint.of(ECE));
    }

    @Test
    void aFingerprintIsReadWithBlanksHyphensAndCapitalsAsTheyCome() throws WrongFingerprintException {
        assertEquals(ECE, Fingerprint.parse(ECES));
        assertEquals(ECE, Fingerprint.parse("  " + ECES.replace(" ", "-").toUpperCase(Locale.ROOT) + "\n"));
        assertEquals(ECE, Fingerprint.parse(ECES.replace(" ", "")));
    }

    @Test
    void eachWrongSignIsFoundAndItsGroupNamed() {
        for (int at = 0; at < ECES.length(); at++) {
            if (ECES.charAt(at) != ' ') {
                char other = ECES.charAt(at) == 'a' ? 'i' : 'a';
                String typed = ECES.substring(0, at) + other + ECES.substring(at + 1);
                int group = at / 5;
                String shown = typed.substring(group * 5, group * 5 + 4);
                String sentence = complaint(typed);
                assertTrue(sentence.startsWith("There is a wrong sign in group "), sentence);
                assertTrue(sentence.contains("group " + (group + 1) + " (" + shown + ")"), sentence);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aaaq eaye,'A fingerprint has 14 groups of four signs; this one has 8 signs.'",
        "'','A fingerprint has 14 groups of four signs; this one has 0 signs.'",
        "aaaq eay1,'\"1\" in group 2 is no sign of a fingerprint: these are a to z and 2 to 7.'",
        "aaaq eaye auda ocaj bifq ydio b4ib ceqt cqkr mfyy denb wha5 gnga dypq,"
                + "'These groups don''t belong together: more than one sign is wrong.'",
    })
    void whatIsWrongIsSaid(String typed, String sentence) {
        assertEquals(sentence, complaint(typed));
    }

    @Test
    void sixtyDigitsAreTheSameOnBothScreensAndOthersForAnybodyElse() {
        assertEquals(
                "36411 91807 48015 50245 39428 69570 61825 82063 85499 85510 42542 46640",
                Fingerprint.between(ECE, ALI));
        assertEquals(Fingerprint.between(ECE, ALI), Fingerprint.between(ALI, ECE));
        assertNotEquals(Fingerprint.between(ECE, ALI), Fingerprint.between(ECE, key(2)));
        assertTrue(Fingerprint.between(ALI, key(2)).matches("[0-9]{5}( [0-9]{5}){11}"));
    }

    private static String complaint(String typed) {
        return assertThrows(WrongFingerprintException.class, () -> Fingerprint.parse(typed))
                .sentence()
                .value();
    }

    private static LanlineId key(int first) {
        byte[] key = new byte[LanlineId.KEY_LENGTH];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (first + i);
        }
        return LanlineId.of(Bytes.copyOf(key));
    }
}
