package lanline.core.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lanline.core.model.Setting;

/**
 * What Tab makes of the word before the cursor: commands after a slash, names everywhere else. Immutable; {@link #next} and
 * {@link #previous} go round the candidates, the typed word itself being one of the places.
 */
public final class Completion {
    /** A name is longer than that only in pathological alphabets, in characters. */
    private static final int LOOK_BACK = 64;

    /** A word of a pattern that stands for another, such as N for a number: only the person knows which. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<= )[A-Z]+$");

    private static final Pattern LAST_WORDS = Pattern.compile("\\[(\\w+(?:\\|\\w+)+)]$");

    private final String line;
    private final int start;
    private final int end;
    private final List<String> candidates;
    private final int chosen;

    private Completion(String line, int start, int end, List<String> candidates, int chosen) {
        this.line = line;
        this.start = start;
        this.end = end;
        this.candidates = candidates;
        this.chosen = chosen;
    }

    /** The completions of what ends at {@code cursor} (an index into {@code line}); none is chosen yet. Empty if there are none. */
    public static Optional<Completion> of(String line, int cursor, Names names) {
        String typed = line.substring(0, cursor);
        if (typed.startsWith("/") && !typed.startsWith("//")) {
            return hasBlank(typed) ? ofArgument(line, cursor, names) : ofCommand(line, cursor);
        }
        return ofName(line, 0, cursor, names);
    }

    /** The first candidate, the one after the chosen one, or after the last the word as it was typed. */
    public Completion next() {
        return choosing(chosen + 1);
    }

    /** The last candidate, the one before the chosen one, or before the first the word as it was typed. */
    public Completion previous() {
        return choosing(chosen - 1);
    }

    /** The whole line with the chosen candidate in it. */
    public String line() {
        return line.substring(0, start) + replacement() + line.substring(end);
    }

    /** Where the cursor stands then. */
    public int cursor() {
        return start + replacement().length();
    }

    /** All candidates as they would stand in the line. */
    public List<String> candidates() {
        return candidates;
    }

    private Completion choosing(int index) {
        int places = candidates.size() + 1;
        return new Completion(line, start, end, candidates, Math.floorMod(index + 1, places) - 1);
    }

    private String replacement() {
        if (chosen < 0) {
            return line.substring(start, end);
        }
        String candidate = candidates.get(chosen);
        boolean blankFollows = end < line.length() && line.charAt(end) == ' ';
        return blankFollows ? candidate.stripTrailing() : candidate;
    }

    private static Optional<Completion> ofCommand(String line, int cursor) {
        String prefix = line.substring(1, cursor).toLowerCase(Locale.ROOT);
        List<String> commands = CommandTable.commands().stream()
                .flatMap(Command::words)
                .filter(word -> word.startsWith(prefix))
                .map(word -> "/" + word + " ")
                .toList();
        return some(line, 0, cursor, commands);
    }

    private static Optional<Completion> ofArgument(String line, int cursor, Names names) {
        int argument = firstArgument(line, cursor);
        Command.First first = CommandLine.commandOf(line)
                .map(command -> command.traits().first())
                .orElse(Command.First.TEXT);
        return switch (first) {
            case NAME -> ofNameArgument(line, argument, cursor, names);
            case COMMAND -> ofHelp(line, argument, cursor);
            case WORD -> ofWord(line, argument, cursor);
            case SETTING -> ofSetting(line, argument, cursor);
            case TEXT, NONE -> ofName(line, -1, cursor, names);
        };
    }

    private static Optional<Completion> ofNameArgument(String line, int argument, int cursor, Names names) {
        String typed = line.substring(argument, cursor);
        List<String> forms = format(names.beginningWith(typed), name -> name + " ");
        return forms.isEmpty()
                ? ofWordAfterName(line, argument, cursor).or(() -> ofName(line, -1, cursor, names))
                : some(line, argument, cursor, forms);
    }

    /** The {@code on|off} behind a name, or in its place where it may be left out. */
    private static Optional<Completion> ofWordAfterName(String line, int argument, int cursor) {
        Matcher words = LAST_WORDS.matcher(
                CommandLine.commandOf(line).map(Command::pattern).orElse(""));
        int start = Math.max(argument, line.lastIndexOf(' ', cursor - 1) + 1);
        return words.find()
                ? ofWords(line, start, cursor, List.of(words.group(1).split("\\|", -1)))
                : Optional.empty();
    }

    private static Optional<Completion> ofHelp(String line, int argument, int cursor) {
        String prefix = line.substring(argument, cursor);
        List<String> words = CommandTable.commands().stream()
                .map(Command::name)
                .filter(name -> name.startsWith(prefix))
                .toList();
        return some(line, argument, cursor, words);
    }

    private static Optional<Completion> ofWord(String line, int argument, int cursor) {
        String pattern = CommandLine.commandOf(line).map(Command::pattern).orElse("");
        String typed = line.substring(argument, cursor);
        List<String> words = Arrays.stream(pattern.replaceAll("[\\[\\]]", "").split("\\|", -1))
                .map(word -> PLACEHOLDER.matcher(word).replaceFirst(""))
                .filter(word -> !word.equals(typed))
                .toList();
        return ofWords(line, argument, cursor, words);
    }

    private static Optional<Completion> ofWords(String line, int start, int cursor, List<String> words) {
        String typed = line.substring(start, cursor);
        return some(
                line,
                start,
                cursor,
                words.stream().filter(word -> word.startsWith(typed)).toList());
    }

    /** The key, and after it one of the values that can be listed. */
    private static Optional<Completion> ofSetting(String line, int argument, int cursor) {
        int end = line.indexOf(' ', argument);
        if (end < 0 || end >= cursor) {
            List<String> keys = Arrays.stream(Setting.values())
                    .map(setting -> setting.key() + " ")
                    .toList();
            return ofWords(line, argument, cursor, keys);
        }
        List<String> choices =
                Setting.of(line.substring(argument, end)).map(Setting::choices).orElse(List.of());
        return ofWords(line, end + 1, cursor, choices);
    }

    /** A name inside text; one that begins at {@code mention} addresses somebody and gets a colon. */
    private static Optional<Completion> ofName(String line, int mention, int cursor, Names names) {
        for (int start : wordStarts(line, cursor)) {
            String suffix = start == mention ? ": " : " ";
            List<String> forms = format(names.beginningWith(line.substring(start, cursor)), name -> name + suffix);
            if (!forms.isEmpty()) {
                return some(line, start, cursor, forms);
            }
        }
        return Optional.empty();
    }

    /** Where words begin that reach up to the cursor, the farthest first: a name may have several. */
    private static List<Integer> wordStarts(String line, int cursor) {
        List<Integer> starts = new ArrayList<>();
        for (int at = Math.max(0, cursor - LOOK_BACK); at < cursor; at++) {
            boolean isStart = at == 0 || Character.isWhitespace(line.charAt(at - 1));
            if (isStart && !Character.isWhitespace(line.charAt(at))) {
                starts.add(at);
            }
        }
        return starts;
    }

    private static List<String> format(List<String> names, Function<String, String> form) {
        return names.stream().map(form).toList();
    }

    private static Optional<Completion> some(String line, int start, int end, List<String> candidates) {
        return candidates.isEmpty() ? Optional.empty() : Optional.of(new Completion(line, start, end, candidates, -1));
    }

    private static boolean hasBlank(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }

    private static int firstArgument(String line, int cursor) {
        int at = 1;
        while (at < cursor && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        while (at < cursor && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
