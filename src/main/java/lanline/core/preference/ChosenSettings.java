package lanline.core.preference;

import java.util.Arrays;
import java.util.List;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.ChangeSetting;
import lanline.core.event.UserCommand.ShowSettings;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** What is set now: changes it on command, and tells. Lives on the bus thread. */
public final class ChosenSettings {
    private final EventBus bus;
    private Preferences preferences;

    public ChosenSettings(EventBus bus, Preferences preferences) {
        this.bus = bus;
        this.preferences = preferences;
        bus.subscribe(ChangeSetting.class, this::onChange);
        bus.subscribe(ShowSettings.class, this::onShow);
        bus.subscribe(
                OwnNameChanged.class,
                event -> this.preferences =
                        this.preferences.with(Setting.NAME, event.name().toString()));
    }

    private void onChange(ChangeSetting command) {
        change(command.tag(), command.setting(), command.value());
        if (!command.tag().isInternal()) {
            SafeText sentence = SafeText.line(inWords(command.setting(), preferences) + " from now on");
            bus.raise(new Answered(command.tag(), List.of(sentence)));
        }
    }

    Preferences preferences() {
        return preferences;
    }

    void change(Tag tag, Setting setting, String value) {
        become(tag, setting, preferences.with(setting, value));
    }

    void become(Tag tag, Setting setting, Preferences changed) {
        preferences = changed;
        bus.raise(new SettingChanged(tag, setting, changed));
    }

    private void onShow(ShowSettings command) {
        List<Setting> which = command.which().isEmpty() ? Arrays.asList(Setting.values()) : command.which();
        bus.raise(
                new Answered(command.tag(), which.stream().map(this::inOneLine).toList()));
    }

    private SafeText inOneLine(Setting setting) {
        String choices = setting.choices().isEmpty() ? "" : " (" + setting.allowed() + ")";
        return SafeText.line(inWords(setting, preferences) + ": " + setting.help() + choices);
    }

    /** {@code bell is on}; a list that is empty is said to be so. */
    static String inWords(Setting setting, Preferences preferences) {
        String value = setting == Setting.IGNORE ? names(preferences) : preferences.value(setting);
        return setting.key() + " is " + (value.isEmpty() ? "empty" : value);
    }

    private static String names(Preferences preferences) {
        return String.join(
                ", ", preferences.ignored().stream().map(IgnoredPeople::shown).toList());
    }
}
