package lanline.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lanline.core.command.Command.Place;
import org.junit.jupiter.api.Test;

class HelpTest {
    @Test
    void everyCommandHasALine() {
        List<Help.Entry> entries = Help.entries("", Place.FULL_SCREEN);
        assertEquals(CommandTable.commands().size(), entries.size());
        assertEquals(new Help.Entry("/msg NAME text", "sends text to one person; also /chat"), entries.get(0));
    }

    @Test
    void aWordFindsCommandsByNameAliasAndMeaning() {
        assertEquals(List.of("/msg NAME text"), usages("chat"));
        assertEquals(List.of("/whois NAME"), usages("/whois"));
        assertTrue(usages("history").contains("/export FILE [NAME]"));
        assertEquals(List.of(), usages("no such thing"));
    }

    @Test
    void whatOnlyTheFullScreenHasIsNotOfferedElsewhere() {
        assertFalse(Help.entries("", Place.EVERYWHERE).stream()
                .anyMatch(entry -> entry.usage().startsWith("/theme")));
    }

    @Test
    void noWordNamesTwoCommands() {
        Set<String> seen = new HashSet<>();
        CommandTable.commands().stream().flatMap(Command::words).forEach(word -> assertTrue(seen.add(word), word));
    }

    private static List<String> usages(String word) {
        return Help.entries(word, Place.FULL_SCREEN).stream()
                .map(Help.Entry::usage)
                .toList();
    }
}
