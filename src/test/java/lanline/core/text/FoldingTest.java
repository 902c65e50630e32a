package lanline.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "IĞDIR, ığdır",
        "IĞDIR, igdir",
        "İstanbul, istanbul",
        "ISPARTA, ısparta",
        "çay, CAY",
        "Ünlü, unlu",
        "e\u0301, é",
        "ＡＬＩ, ali",
        "Åse, ase",
        "ﬁn, fin",
    })
    void whatPeopleTakeForTheSameIsTheSame(String one, String other) {
        assertEquals(Folding.fold(one), Folding.fold(other));
    }

    @Test
    void differentLettersStayDifferent() {
        assertNotEquals(Folding.fold("ali"), Folding.fold("aly"));
        assertNotEquals(Folding.fold("o"), Folding.fold("0"));
    }

    @Test
    void foldingTwiceChangesNothing() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 6; j++) {
                text.appendCodePoint(random.nextInt(0x20, 0xD800));
            }
            String folded = Folding.fold(text.toString());
            assertEquals(folded, Folding.fold(folded));
        }
    }
}
