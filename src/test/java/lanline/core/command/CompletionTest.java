package lanline.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.model.Nickname;
import org.junit.jupiter.api.Test;

/** In the lines of these tests, {@code |} is the cursor. */
class CompletionTest {
    private static final Names NAMES =
            new Names(Nickname.fromPeer("ece"), List.of("ali", "ali veli", "Çağrı", "can@10.0.0.2", "can@10.0.0.3"));

    @Test
    void commandsAreCompletedAfterASlash() {
        assertCompletes("/q|", "/query |", "/queue |", "/quit |", "/q|");
        assertCompletes("/MS|", "/msg |", "/MS|");
        assertCompletes("/sta|", "/start |", "/sta|");
        assertNothing("/xyz|");
    }

    @Test
    void namesAreCompletedAsTheFirstArgument() {
        assertCompletes("/msg a|", "/msg ali |", "/msg ali veli |", "/msg a|");
        assertCompletes("/query ali v|", "/query ali veli |", "/query ali v|");
        assertCompletes("/m CAN|", "/m can@10.0.0.2 |", "/m can@10.0.0.3 |", "/m CAN|");
        assertCompletes("/whois cag|", "/whois Çağrı |", "/whois cag|");
    }

    @Test
    void anEmptyArgumentOffersEverybody() {
        assertEquals(5, at("/msg |").candidates().size());
    }

    @Test
    void laterArgumentsAreText() {
        assertCompletes("/msg ali ask çağ|", "/msg ali ask Çağrı |", "/msg ali ask çağ|");
        assertCompletes("/me waves at ÇAĞ|", "/me waves at Çağrı |", "/me waves at ÇAĞ|");
    }

    @Test
    void wordsThatMayFollowANameAreOffered() {
        assertCompletes("/weak ali o|", "/weak ali on|", "/weak ali off|", "/weak ali o|");
        assertCompletes("/weak of|", "/weak off|", "/weak of|");
        assertCompletes("/weak al|", "/weak ali |", "/weak ali veli |", "/weak al|");
    }

    @Test
    void aNumberThatOnlyThePersonKnowsIsLeftToBeTyped() {
        assertCompletes("/queue |", "/queue drop |", "/queue drop all|", "/queue |");
        assertCompletes("/queue drop |", "/queue drop all|", "/queue drop |");
    }

    @Test
    void wordsOfTheHelpAreCommands() {
        assertCompletes("/help wh|", "/help whois|", "/help wh|");
    }

    @Test
    void aNameAtTheStartOfALineIsAMention() {
        assertCompletes("al|", "ali: |", "ali veli: |", "al|");
        assertCompletes("ali v|", "ali veli: |", "ali v|");
    }

    @Test
    void aNameElsewhereIsFollowedByABlank() {
        assertCompletes("ask ali v|", "ask ali veli |", "ask ali v|");
    }

    @Test
    void whatFollowsTheCursorStays() {
        assertCompletes("/msg çağ| hello", "/msg Çağrı| hello", "/msg çağ| hello");
        assertCompletes("ask çağ|, please", "ask Çağrı |, please", "ask çağ|, please");
    }

    @Test
    void backwardsGoesRoundTheOtherWay() {
        Completion start = at("/msg a|");
        assertEquals("/msg ali veli ", start.previous().line());
        assertEquals("/msg ali ", start.previous().previous().line());
        assertEquals("/msg a", start.previous().previous().previous().line());
        assertEquals("/msg ali ", start.previous().previous().next().previous().line());
    }

    @Test
    void nothingIsOfferedWhereNothingBeginsLikeThat() {
        assertNothing("|");
        assertNothing("hello |");
        assertNothing("zzz|");
        assertNothing("//al|");
    }

    private static Completion at(String marked) {
        int cursor = marked.indexOf('|');
        String line = marked.replace("|", "");
        return Completion.of(line, cursor, NAMES).orElseThrow(() -> new AssertionError("no completion of " + marked));
    }

    private static void assertCompletes(String marked, String... steps) {
        int cursor = marked.indexOf('|');
        Completion completion = at(marked);
        assertEquals(cursor, completion.cursor());
        for (String step : steps) {
            completion = completion.next();
            String line = completion.line();
            assertEquals(step, line.substring(0, completion.cursor()) + "|" + line.substring(completion.cursor()));
        }
    }

    private static void assertNothing(String marked) {
        assertTrue(Completion.of(marked.replace("|", ""), marked.indexOf('|'), NAMES)
                .isEmpty());
    }
}
