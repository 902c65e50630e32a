package lanline.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " \t\n ",
                "\u00a0\u2003\u3000",
                "\u0000\u001b\u0007",
                "\u200b\u200d\ufeff",
                "\u202e\u2066",
                "\u3164",
                "\u115f",
                "\u2800",
                "\ufe0f",
                "\udb40\udd00",
                "\u034f",
                "\u0301\u0302"
            })
    void aNameInWhichNothingCanBeSeenIsNone(String typed) {
        assertEquals(Optional.empty(), Nickname.parse(typed));
        assertEquals("nameless", Nickname.fromPeer(typed).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\u200b",
                "Ada\u200d",
                "\ufeffAda",
                "A\u00adda",
                "Ada\u202e",
                "\u2067Ada\u2069",
                "Ada\u3164",
                "Ada\ufe0f",
                "Ada\udb40\udd00",
                "Ad\u034fa",
                "Ada\u2800",
                "  Ada  ",
                "Ａｄａ",
                "Ada\u180b",
                "\u0301Ada",
                "A\u001bda\u0000"
            })
    void whatDrawsLikeANameIsThatName(String sent) {
        assertEquals("Ada", Nickname.fromPeer(sent).toString());
    }

    @Test
    void aLookAlikeOfAnotherScriptIsKeptApart() {
        assertFalse(Nickname.fromPeer("\u0410da").equals(Nickname.fromPeer("Ada")));
    }

    @Test
    void threeHundredCharactersAreCutToThirtyTwo() {
        assertEquals("x".repeat(32), Nickname.fromPeer("x".repeat(300)).toString());
        assertEquals(
                "\uD83D\uDE00".repeat(32),
                Nickname.fromPeer("\uD83D\uDE00".repeat(300)).toString());
    }

    @Test
    void aNameIsOneLineWithSingleBlanks() {
        assertEquals("Ali Veli", Nickname.fromPeer("Ali \t\r\n  Veli\n").toString());
        assertEquals("Ali Veli", Nickname.fromPeer("Ali\u00a0\u2009Veli").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Ali, ali",
        "Ali Veli, ali_veli",
        "'a:b,c', a_b_c",
        "ada@home, ada_home",
        "Çağrı, çağrı",
        "İpek, ipek",
        "x-1_2, x-1_2",
        "!!, __",
    })
    void theFoldedFormCanBeSelectedInEveryOlderProgram(String name, String folded) {
        assertEquals(folded, Nickname.fromPeer(name).folded());
    }

    @Test
    void colonsAndCommasStayInTheNameThatIsShown() {
        assertEquals("a:b,c", Nickname.fromPeer("a:b,c").toString());
    }

    @Test
    void everyNameIsCleanWhateverWasSent() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder sent = new StringBuilder();
            int length = random.nextInt(80);
            for (int j = 0; j < length; j++) {
                int bound = random.nextBoolean() ? 0x250 : random.nextBoolean() ? 0x10000 : 0x110000;
                sent.appendCodePoint(random.nextInt(bound));
            }
            Nickname name = Nickname.fromPeer(sent.toString());
            String shown = name.toString();
            assertEquals(name, Nickname.fromPeer(shown));
            assertEquals(SafeText.line(shown), name.shown());
            assertTrue(shown.codePointCount(0, shown.length()) <= Nickname.MOST_CODE_POINTS);
            assertFalse(shown.isBlank());
            assertTrue(name.folded().chars().noneMatch(c -> " :,@\n\t".indexOf(c) >= 0 || c >= 'A' && c <= 'Z'));
        }
    }

    @Test
    void aNameIsNeverMadeOfTextThatWasNotCleaned() {
        assertThrows(IllegalArgumentException.class, () -> new Nickname(SafeText.line(" Ada")));
        assertThrows(IllegalArgumentException.class, () -> new Nickname(SafeText.EMPTY));
    }
}
