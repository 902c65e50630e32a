package lanline.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lanline.core.model.Preferences.Ignored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be set, and what is kept of it. */
class SettingTest {
    @ParameterizedTest
    @EnumSource(Setting.class)
    void everyUsualValueAndEveryChoiceIsAllowed(Setting setting) {
        setting.choices().forEach(choice -> assertEquals(Optional.of(choice), setting.read(choice)));
        if (setting != Setting.NAME) {
            assertEquals(Optional.of(setting.usual()), setting.read(setting.usual()));
        }
        assertTrue(setting.help().length() > 10 && !setting.allowed().isEmpty());
    }

    @Test
    void aKeyIsFoundByItsBeginningIfThatIsUnique() {
        assertEquals(Optional.of(Setting.BELL), Setting.of("BE"));
        assertEquals(Optional.of(Setting.NOTIFY), Setting.of("notify"));
        assertEquals(Optional.empty(), Setting.of("noti"));
        assertEquals(Optional.empty(), Setting.of(""));
        assertEquals(Optional.empty(), Setting.of("bells"));
        long different =
                Arrays.stream(Setting.values()).map(Setting::key).distinct().count();
        assertEquals(Setting.values().length, different);
    }

    @Test
    void choicesAreReadInAnyCaseAndAsJsonWritesThem() {
        assertEquals(Optional.of("on"), Setting.MOUSE.read(" ON "));
        assertEquals(Optional.of("off"), Setting.MOUSE.read("false"));
        assertEquals(Optional.of("256"), Setting.COLOR.read("256"));
        assertEquals(Optional.empty(), Setting.MOUSE.read("maybe"));
        assertEquals("on, mentions or off", Setting.BELL.allowed());
    }

    @Test
    void wordsAreKeptOnceAndNotTooManyOfThem() {
        assertEquals(Optional.of("deploy, köprü"), Setting.HIGHLIGHT.read("deploy,, köprü deploy"));
        assertEquals(Optional.of(""), Setting.HIGHLIGHT.read(""));
        assertEquals(Optional.empty(), Setting.HIGHLIGHT.read("x".repeat(65)));
        assertEquals(Optional.empty(), Setting.HIGHLIGHT.read(manyWords()));
    }

    private static String manyWords() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i <= Setting.MOST_WORDS; i++) {
            words.append('w').append(i).append(' ');
        }
        return words.toString();
    }

    @Test
    void nobodysThemeNameLeavesTheFolder() {
        assertEquals(Optional.empty(), Setting.THEME.read("../passwd"));
        assertEquals(Optional.of("mine-2"), Setting.THEME.read("mine-2"));
    }

    @Test
    void whatIsNotSetIsUsualAndAChangeLeavesTheRest() {
        Preferences changed = Preferences.USUAL.with(Setting.BELL, "off");
        assertEquals("on", Preferences.USUAL.value(Setting.BELL));
        assertEquals("off", changed.value(Setting.BELL));
        assertEquals("all", changed.value(Setting.NOTIFY));
        assertEquals(changed, Preferences.USUAL.with(Setting.BELL, "OFF"));
        assertThrows(IllegalArgumentException.class, () -> changed.with(Setting.BELL, "loud"));
    }

    @Test
    void ignoredPeopleAreKeptByTheirIdsWithTheirNames() {
        List<Ignored> people = List.of(
                new Ignored(new PeerId("ali@10.0.0.2"), ""), new Ignored(new PeerId("f".repeat(32)), "Çağrı Işık"));
        assertEquals(people, Preferences.USUAL.withIgnored(people).ignored());
        Ignored odd = new Ignored(new PeerId("e".repeat(32)), "a, b");
        assertEquals(
                "a_ b",
                Preferences.USUAL.withIgnored(List.of(odd)).ignored().get(0).name());
        assertEquals(List.of(), Preferences.USUAL.ignored());
    }
}
