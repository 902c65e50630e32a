package lanline.core.model;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lanline.core.text.SafeText;

/** Everything that people may set, in one table: the key, what it may be, what it is at first, and a sentence of help. */
public enum Setting {
    NAME("name", Form.NAME, "", "the name that others see"),
    THEME("theme", Form.THEME, "default", "the colours; /theme shows each one before you choose"),
    COLOR(
            "color",
            "auto",
            "how many colours the terminal is sent; auto: as TERM, COLORTERM and NO_COLOR say",
            "auto",
            "truecolor",
            "256",
            "16",
            "none"),
    ASCII("ascii", "auto", "borders and marks in ASCII; auto: where the locale is not UTF-8", "auto", "on", "off"),
    AMBIGUOUS(
            "ambiguous",
            "narrow",
            "columns of signs that some East Asian fonts draw wide; wide where rows look shifted",
            "narrow",
            "wide"),
    BELL("bell", "on", "rings for a message that is not in sight, at most once in 3 s", "on", "mentions", "off"),
    NOTIFY(
            "notify",
            "all",
            "which messages ring or show a notification: all, those that mention you, or none",
            "all",
            "mentions",
            "none"),
    NOTIFICATION(
            "notification",
            "off",
            "how the terminal is asked for a desktop notification; tmux must have allow-passthrough on",
            "off",
            "osc9",
            "osc777",
            "osc99"),
    HIGHLIGHT("highlight", Form.WORDS, "", "words that count as a mention, beside your name; /highlight WORD adds one"),
    IGNORE("ignore", Form.PEOPLE, "", "people whose messages are not shown; /ignore NAME and /unignore NAME change it"),
    EXPIRE("expire", "7d", "how long a message waits for somebody who is not here", "1h", "1d", "7d", "30d", "never"),
    MOUSE("mouse", "off", "lets the mouse open people and scroll, instead of selecting text", "on", "off"),
    LINKS(
            "links",
            "auto",
            "makes web addresses clickable; auto: where the terminal is known to take it",
            "auto",
            "on",
            "off"),
    SIDEBAR("sidebar", "on", "shows the people at the side where the window is wide enough", "on", "off"),
    DETAILS("details", "on", "shows the details of the conversation where the window is wide enough", "on", "off");

    /** What kind of value it is. */
    public enum Form {
        CHOICE,
        NAME,
        THEME,
        WORDS,
        PEOPLE
    }

    /** Words that count as a mention: each is looked for in every message. More are refused. */
    public static final int MOST_WORDS = 50;

    /** A word of more characters than this is none that somebody says. */
    public static final int LONGEST_WORD = 64;

    /** Signs in the text of a list: a handful of words, or some hundred people. More is refused. */
    private static final int LONGEST_LIST = 16_384;

    private final String key;
    private final Form form;
    private final String usual;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> choices;

    Setting(String key, Form form, String usual, String help) {
        this(key, form, usual, help, List.of());
    }

    Setting(String key, String usual, String help, String... choices) {
        this(key, Form.CHOICE, usual, help, List.of(choices));
    }

    Setting(String key, Form form, String usual, String help, List<String> choices) {
        this.key = key;
        this.form = form;
        this.usual = usual;
        this.help = help;
        this.choices = choices;
    }

    /** As it is typed, and as it stands in the file. */
    public String key() {
        return key;
    }

    public Form form() {
        return form;
    }

    /** What it is until somebody changes it. */
    public String usual() {
        return usual;
    }

    public String help() {
        return help;
    }

    /** All values where they can be listed, in the order to go through; else none. */
    public List<String> choices() {
        return choices;
    }

    /** The setting with this key, in any case; or the only one that begins with it. */
    public static Optional<Setting> of(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        List<Setting> meant = Arrays.stream(values())
                .filter(setting -> !word.isEmpty() && setting.key.startsWith(word))
                .toList();
        Optional<Setting> exact =
                meant.stream().filter(setting -> setting.key.equals(word)).findFirst();
        return exact.or(() -> meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty());
    }

    /** The value that {@code typed} means, in the form in which it is kept; empty if it is not allowed. */
    public Optional<String> read(String typed) {
        String text = SafeText.line(typed).value().strip();
        return switch (form) {
            case CHOICE -> choice(text.toLowerCase(Locale.ROOT));
            case NAME -> Nickname.parse(text).map(Nickname::toString);
            case THEME -> text.matches("[A-Za-z0-9_-]{1,64}") ? Optional.of(text) : Optional.empty();
            case WORDS -> words(text);
            case PEOPLE -> text.length() <= LONGEST_LIST ? Optional.of(text) : Optional.empty();
        };
    }

    /** What may be, for the sentence when it is something else. */
    public String allowed() {
        return switch (form) {
            case CHOICE -> String.join(", ", choices.subList(0, choices.size() - 1)) + " or " + last();
            case NAME -> "a name of at most " + Nickname.MOST_CODE_POINTS + " characters";
            case THEME -> "the name of a theme: letters, digits, - and _";
            case WORDS ->
                "up to " + MOST_WORDS + " words of at most " + LONGEST_WORD + " characters, with commas between";
            case PEOPLE -> "changed with /ignore NAME and /unignore NAME";
        };
    }

    private String last() {
        return choices.get(choices.size() - 1);
    }

    /** Who edits the file by hand may write true and false as JSON has them. */
    private Optional<String> choice(String word) {
        String meant = word.equals("true") ? "on" : word.equals("false") ? "off" : word;
        return choices.contains(meant) ? Optional.of(meant) : Optional.empty();
    }

    private static Optional<String> words(String text) {
        Set<String> words = Arrays.stream(text.split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean allowed = words.size() <= MOST_WORDS && words.stream().allMatch(word -> word.length() <= LONGEST_WORD);
        return allowed ? Optional.of(String.join(", ", words)) : Optional.empty();
    }
}
