package lanline.core.screen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lanline.core.event.EventBus;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ece",
                "ece: which port?",
                "hello ece",
                "is it you, ece?",
                "(ece)",
                "@ece",
                "ece'nin kablosu",
                "line one\nece\nline three",
                "ecem and ece",
                "ecece ece"
            })
    void aNameThatStandsAsAWordCalls(String text) {
        assertTrue(calls(text, "ece"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ecem", "neece", "gece geldi", "ece2", "2ece", "ec e", "ecé2"})
    void aNameInsideAWordDoesNot(String text) {
        assertFalse(calls(text, "ece"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ece𐐨", "𐐨ece", "𠀀ece"})
    void aLetterOutsideTheFirstPlaneIsALetter(String text) {
        assertFalse(calls(text, "ece"));
    }

    @Test
    void anEmojiBesideANameIsNoLetter() {
        assertTrue(calls("😀ece😀", "ece"));
    }

    @ParameterizedTest
    @CsvSource({
        "ECE?, ece",
        "ece?, ECE",
        "IĞDIR geldi, ığdır",
        "ığdır geldi, IĞDIR",
        "İpek nerede, ipek",
        "IPEK nerede, İpek",
        "ipek nerede, İPEK",
        "Cagri gel, çağrı",
        "ÇAĞRI gel, cagri",
        "SEVGI ile, sevgi",
        "SEVGİ ile, sevgı"
    })
    void caseAccentsAndTheFourTurkishIMakeNoDifference(String text, String name) {
        assertTrue(calls(text, name));
    }

    @Test
    void aNameOfSeveralWordsCallsAsAWhole() {
        assertTrue(calls("is ali veli here?", "Ali Veli"));
        assertFalse(calls("is ali here?", "Ali Veli"));
    }

    @Test
    void aNameThatEndsInASignCallsBeforeABlank() {
        assertTrue(calls("who knows c++ here?", "c++"));
        assertFalse(calls("c++11", "c++"));
    }

    private static boolean calls(String text, String name) {
        return new Mentions(new EventBus(), Nickname.fromPeer(name), Preferences.USUAL).in(SafeText.message(text));
    }
}
