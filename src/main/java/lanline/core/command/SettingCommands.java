package lanline.core.command;

import java.util.List;
import java.util.Optional;
import lanline.core.command.Typed.Do;
import lanline.core.event.UserCommand.ChangeSetting;
import lanline.core.event.UserCommand.Ignore;
import lanline.core.event.UserCommand.ShowSettings;
import lanline.core.event.UserCommand.ToggleHighlight;
import lanline.core.event.UserCommand.Unignore;
import lanline.core.model.Setting;
import lanline.core.model.Tag;

/** The commands that show and change what is set. Pure. */
public final class SettingCommands {
    private static final String EMPTY = "\"\"";

    private SettingCommands() {}

    static Typed set(Arguments arguments) {
        if (arguments.isEmpty()) {
            return new Do(new ShowSettings(arguments.tag(), List.of()));
        }
        Arguments.Split split = arguments.word();
        Optional<Setting> meant = Setting.of(split.first());
        if (meant.isEmpty()) {
            return Typed.wrong("nothing was changed: there is no setting " + split.first() + "; /set lists them");
        }
        return split.rest().isEmpty()
                ? new Do(new ShowSettings(arguments.tag(), List.of(meant.get())))
                : change(arguments.tag(), meant.get(), split.rest().equals(EMPTY) ? "" : split.rest());
    }

    /** Sets {@code setting} to what somebody typed, or says what may be. */
    public static Typed change(Tag tag, Setting setting, String typed) {
        if (setting == Setting.NAME) {
            return CommandTable.rename(tag, typed);
        }
        Optional<String> read = setting.form() == Setting.Form.PEOPLE ? Optional.empty() : setting.read(typed);
        return read.<Typed>map(value -> new Do(new ChangeSetting(tag, setting, value)))
                .orElseGet(() -> Typed.wrong("nothing was changed: " + complaint(setting, typed)));
    }

    private static String complaint(Setting setting, String typed) {
        return setting.form() == Setting.Form.PEOPLE
                ? setting.key() + " is " + setting.allowed()
                : setting.key() + " takes " + setting.allowed() + ", not \"" + shortened(typed) + "\"";
    }

    private static String shortened(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }

    /** Shows one setting where nothing follows the command, else sets it. */
    static Command.Reader setting(Setting setting) {
        return arguments -> arguments.isEmpty()
                ? new Do(new ShowSettings(arguments.tag(), List.of(setting)))
                : change(arguments.tag(), setting, arguments.whole());
    }

    static Typed highlight(Arguments arguments) {
        String word = arguments.whole();
        return word.indexOf(' ') < 0 && word.indexOf(',') < 0
                ? new Do(new ToggleHighlight(arguments.tag(), word))
                : Typed.wrong("nothing was changed: /highlight takes one word at a time");
    }

    static Typed ignore(Arguments arguments) {
        return new Do(new Ignore(arguments.tag(), arguments.whole()));
    }

    static Typed unignore(Arguments arguments) {
        return arguments.isEmpty()
                ? Typed.wrong("say who: /unignore NAME; /ignore lists who is ignored")
                : new Do(new Unignore(arguments.tag(), arguments.whole()));
    }
}
