package lanline.core.command;

import java.util.List;
import lanline.core.command.Command.Place;
import lanline.core.text.Folding;

/** The commands as text, made from the table; the screen puts its keys beside them. */
public final class Help {
    private Help() {}

    /** A command as one types it, and what it does. */
    public record Entry(String usage, String meaning) {}

    /** All commands of {@code place} (those of the full screen are all), or those whose row holds {@code word}. */
    public static List<Entry> entries(String word, Place place) {
        String folded = Folding.fold(word.startsWith("/") ? word.substring(1) : word);
        return CommandTable.commands().stream()
                .filter(command ->
                        place == Place.FULL_SCREEN || command.traits().place() == place)
                .filter(command ->
                        Folding.fold(command.words().toList() + command.help()).contains(folded))
                .map(command -> new Entry(command.usage(), meaning(command)))
                .toList();
    }

    private static String meaning(Command command) {
        return command.aliases().isEmpty()
                ? command.help()
                : command.help() + "; also /" + String.join(", /", command.aliases());
    }
}
