package lanline.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.command.Typed.Do;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.ChangeName;
import lanline.core.event.UserCommand.ChangeSetting;
import lanline.core.event.UserCommand.Ignore;
import lanline.core.event.UserCommand.ShowSettings;
import lanline.core.event.UserCommand.ToggleHighlight;
import lanline.core.event.UserCommand.Unignore;
import lanline.core.model.Nickname;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import org.junit.jupiter.api.Test;

/** The lines that show and change what is set. */
class SettingCommandsTest {
    private static final Names NAMES = new Names(Nickname.fromPeer("ece"), List.of("ali", "Çağrı Işık"));

    private static Typed parse(String line) {
        return CommandLine.parse(line, NAMES, Tag.NONE);
    }

    private static void does(UserCommand command, String line) {
        assertEquals(new Do(command), parse(line));
    }

    private static void isWrong(String sentence, String line) {
        assertEquals(Typed.wrong(sentence), parse(line));
    }

    @Test
    void setListsShowsAndChanges() {
        does(new ShowSettings(Tag.NONE, List.of()), "/set");
        does(new ShowSettings(Tag.NONE, List.of(Setting.BELL)), "/set be");
        does(new ChangeSetting(Tag.NONE, Setting.BELL, "mentions"), "/set bell Mentions");
        does(new ChangeSetting(Tag.NONE, Setting.HIGHLIGHT, "deploy, köprü"), "/set highlight deploy köprü");
        does(new ChangeSetting(Tag.NONE, Setting.HIGHLIGHT, ""), "/set highlight \"\"");
        does(new ChangeName(Tag.NONE, Nickname.fromPeer("Ece K")), "/set name Ece K");
    }

    @Test
    void aWrongValueIsToldWhatIsAllowed() {
        isWrong("nothing was changed: bell takes on, mentions or off, not \"loud\"", "/set bell loud");
        isWrong("nothing was changed: there is no setting bel1; /set lists them", "/set bel1 on");
        isWrong("nothing was changed: ignore is changed with /ignore NAME and /unignore NAME", "/set ignore somebody");
    }

    @Test
    void someSettingsHaveCommandsOfTheirOwn() {
        does(new ChangeSetting(Tag.NONE, Setting.NOTIFY, "none"), "/notify none");
        does(new ShowSettings(Tag.NONE, List.of(Setting.NOTIFY)), "/notify");
        does(new ChangeSetting(Tag.NONE, Setting.MOUSE, "on"), "/mouse on");
        isWrong("nothing was changed: notify takes all, mentions or none, not \"some\"", "/notify some");
    }

    @Test
    void oneWordAndOnePersonAreTakenWhole() {
        does(new ToggleHighlight(Tag.NONE, "deploy"), "/highlight deploy");
        does(new ToggleHighlight(Tag.NONE, ""), "/highlight");
        isWrong("nothing was changed: /highlight takes one word at a time", "/highlight two words");
        does(new Ignore(Tag.NONE, "Çağrı Işık"), "/ignore Çağrı Işık");
        does(new Ignore(Tag.NONE, ""), "/ignore");
        does(new Unignore(Tag.NONE, "ali"), "/unignore ali");
        isWrong("say who: /unignore NAME; /ignore lists who is ignored", "/unignore");
    }

    @Test
    void keysAndValuesAreCompleted() {
        assertEquals(List.of("notify ", "notification "), candidates("/set noti"));
        assertEquals(List.of("osc9", "osc777", "osc99"), candidates("/set notification osc"));
        assertEquals(List.of("all", "mentions", "none"), candidates("/notify "));
        assertEquals(List.of("off"), candidates("/mouse of"));
        assertEquals(List.of("ali "), candidates("/ignore a"));
        assertTrue(Completion.of("/set nowhere x", 14, NAMES).isEmpty());
    }

    private static List<String> candidates(String line) {
        Optional<Completion> completion = Completion.of(line, line.length(), NAMES);
        return completion.map(Completion::candidates).orElse(List.of());
    }
}
