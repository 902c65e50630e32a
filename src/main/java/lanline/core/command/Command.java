package lanline.core.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the command table. {@code pattern}: the arguments as the help shows them; {@code verb}: the same in {@code --json},
 * or empty.
 */
public record Command(
        String name, List<String> aliases, String pattern, String help, Traits traits, String verb, Reader reader) {
    public Command {
        aliases = List.copyOf(aliases);
    }

    /** How the command is completed, and where there is something to do for it. */
    public record Traits(First first, Place place) {}

    /** What the first argument is, for completion. */
    public enum First {
        NONE,
        TEXT,
        NAME,
        COMMAND,
        /** One of the words of the pattern. */
        WORD,
        /** The key of a setting; its value follows. */
        SETTING
    }

    /** Where a command makes sense. */
    public enum Place {
        EVERYWHERE,
        FULL_SCREEN
    }

    /** Reads the arguments. */
    @FunctionalInterface
    interface Reader {
        Typed read(Arguments arguments);
    }

    static Command of(String name, String pattern, First first, String help, Reader reader) {
        return new Command(name, List.of(), pattern, help, new Traits(first, Place.EVERYWHERE), "", reader);
    }

    Command alias(String alias) {
        List<String> more = Stream.concat(aliases.stream(), Stream.of(alias)).toList();
        return new Command(name, more, pattern, help, traits, verb, reader);
    }

    Command inJson(String jsonVerb) {
        return new Command(name, aliases, pattern, help, traits, jsonVerb, reader);
    }

    Command onScreenOnly() {
        Traits narrower = new Traits(traits.first(), Place.FULL_SCREEN);
        return new Command(name, aliases, pattern, help, narrower, verb, reader);
    }

    /** {@code /msg NAME text}. */
    public String usage() {
        return pattern.isEmpty() ? "/" + name : "/" + name + " " + pattern;
    }

    /** Name and aliases. */
    Stream<String> words() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
