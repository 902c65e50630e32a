package lanline.core.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lanline.core.command.Typed.Say;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** Understands a line of input: text, or a command by its name, an alias, or a prefix that only one command has. Pure. */
public final class CommandLine {
    /** Wrong letters up to which a command is taken for a misspelt one. */
    private static final int MISSPELT = 2;

    private CommandLine() {}

    /** What {@code line} means; a command for the bus carries {@code tag}. Total: whatever is typed has an answer. */
    public static Typed parse(String line, Names names, Tag tag) {
        if (line.isBlank()) {
            return Typed.NOTHING;
        }
        if (!line.startsWith("/")) {
            return say(line);
        }
        return line.startsWith("//") ? say(line.substring(1)) : command(line, names, tag);
    }

    /** The same for text that is never a command, whatever it begins with: pasted text. */
    public static Typed say(String text) {
        return Limits.complaintAboutMessage(text)
                .<Typed>map(Typed.Wrong::new)
                .orElseGet(() -> new Say(SafeText.message(text)));
    }

    private static Typed command(String line, Names names, Tag tag) {
        String word = wordOf(line);
        Arguments arguments = new Arguments(line.substring(1 + word.length()).strip(), names, tag);
        List<Command> meant = meantBy(word);
        return switch (meant.size()) {
            case 0 -> Typed.wrong(unknown(word));
            case 1 -> meant.get(0).reader().read(arguments);
            default -> Typed.wrong("/" + word + " may be " + list(meant) + ": type more of it");
        };
    }

    /** The command that {@code line} begins with, if it begins with one. */
    public static Optional<Command> commandOf(String line) {
        boolean isCommand = line.startsWith("/") && !line.startsWith("//");
        List<Command> meant = isCommand ? meantBy(wordOf(line)) : List.of();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static String wordOf(String line) {
        int end = 1;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return line.substring(1, end);
    }

    private static List<Command> meantBy(String word) {
        String lower = lower(word);
        List<Command> exact = CommandTable.commands().stream()
                .filter(command -> command.words().anyMatch(lower::equals))
                .toList();
        return exact.isEmpty() ? beginningWith(lower) : exact;
    }

    private static List<Command> beginningWith(String prefix) {
        return CommandTable.commands().stream()
                .filter(command -> command.words().anyMatch(word -> word.startsWith(prefix)))
                .toList();
    }

    /** Only ASCII is folded: in no language does a command have other letters. */
    private static String lower(String word) {
        return word.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String list(List<Command> commands) {
        return commands.stream().map(command -> "/" + command.name()).collect(Collectors.joining(", "));
    }

    private static String unknown(String word) {
        String shown = "/" + (word.length() > 20 ? word.substring(0, 20) + "…" : word);
        String lower = lower(word);
        String nearest = "";
        int least = MISSPELT + 1;
        for (String name :
                CommandTable.commands().stream().flatMap(Command::words).toList()) {
            int distance = Spelling.distance(lower, name);
            if (distance < least && distance < name.length() - 1) {
                least = distance;
                nearest = name;
            }
        }
        String hint = nearest.isEmpty() ? "/help lists them" : "the nearest is /" + nearest;
        return "there is no command " + shown + ": " + hint + "; with two slashes it is text";
    }
}
