package lanline.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lanline.core.command.Typed.Do;
import lanline.core.command.Typed.Say;
import lanline.core.command.Typed.Show;
import lanline.core.command.Typed.View;
import lanline.core.command.Typed.Wrong;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.ChangeName;
import lanline.core.event.UserCommand.ChangeStatus;
import lanline.core.event.UserCommand.ChooseWeak;
import lanline.core.event.UserCommand.CloseConversation;
import lanline.core.event.UserCommand.DescribePeer;
import lanline.core.event.UserCommand.ExportHistory;
import lanline.core.event.UserCommand.ListUsers;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.event.UserCommand.OpenNumber;
import lanline.core.event.UserCommand.ReportNetwork;
import lanline.core.event.UserCommand.Retry;
import lanline.core.event.UserCommand.SendText;
import lanline.core.event.UserCommand.ShowQueue;
import lanline.core.event.UserCommand.TakeBack;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Tag TAG = new Tag("7");
    private static final Names NAMES = new Names(
            Nickname.fromPeer("ece"), List.of("ali", "ali veli", "Çağrı Işık", "can@10.0.0.2", "can@10.0.0.3"));

    @Test
    void textGoesToTheCurrentConversationAsItWasTyped() {
        assertEquals(new Say(SafeText.message("  hello\nyou ")), parse("  hello\nyou "));
        assertEquals(new Say(SafeText.message("1/2 is half")), parse("1/2 is half"));
    }

    @Test
    void twoSlashesSendTextThatBeginsWithOne() {
        assertEquals(new Say(SafeText.message("/quit is a command")), parse("//quit is a command"));
    }

    @Test
    void textThatIsNeverACommandMayBeginWithASlash() {
        assertEquals(new Say(SafeText.message("/quit")), CommandLine.say("/quit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t \n"})
    void anEmptyLineIsNothing(String line) {
        assertEquals(Typed.NOTHING, parse(line));
    }

    @Test
    void eachCommandForTheBusIsRead() {
        assertDoes(new ListUsers(TAG), "/users");
        assertDoes(new DescribePeer(TAG, "ali"), "/whois ali");
        assertDoes(new OpenConversation(TAG, "ali veli"), "/query ali veli");
        assertDoes(new OpenConversation(TAG, "ali"), "/start ali");
        assertDoes(new OpenNumber(TAG, 3), "/buffer 3");
        assertDoes(new CloseConversation(TAG), "/close");
        assertDoes(new ChangeName(TAG, Nickname.fromPeer("ece nur")), "/nick  ece nur ");
        assertDoes(new ChangeStatus(TAG, Status.AWAY, SafeText.line("at lunch")), "/away at lunch");
        assertDoes(new ChangeStatus(TAG, Status.BUSY, SafeText.EMPTY), "/busy");
        assertDoes(new ChangeStatus(TAG, Status.ONLINE, SafeText.EMPTY), "/back");
        assertDoes(new Retry(TAG, ""), "/retry");
        assertDoes(new ShowQueue(TAG), "/queue");
        assertDoes(new TakeBack(TAG, "2"), "/queue drop 2");
        assertDoes(new TakeBack(TAG, "all"), "/queue  drop  all");
        assertDoes(new ExportHistory(TAG, "", "", "all.txt"), "/export all.txt");
        assertDoes(new ExportHistory(TAG, "ali veli", "", "my file.jsonl"), "/export \"my file.jsonl\" ali veli");
        assertDoes(new ReportNetwork(TAG), "/net");
    }

    @Test
    void whatFrontEndsDoThemselvesIsNamed() {
        assertEquals(new Show(View.HELP, "msg"), parse("/help msg"));
        assertEquals(new Show(View.HISTORY, ""), parse("/history"));
        assertEquals(new Show(View.HISTORY, "ali veli"), parse("/history \"ali veli\""));
        assertEquals(new Show(View.SEARCH, "switch room 4"), parse("/search switch room 4"));
        assertEquals(new Show(View.LAST, "20"), parse("/last 20"));
        assertEquals(new Show(View.CLEAR, ""), parse("/clear"));
        assertEquals(new Show(View.GO_TO, ""), parse("/buffer"));
        assertEquals(new Show(View.THEME, "mono"), parse("/theme mono"));
        assertEquals(new Show(View.VERSION, ""), parse("/version"));
        assertEquals(new Show(View.QUIT, ""), parse("/quit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/msg ali hi; ali; hi",
                "/msg ali veli hi there; ali veli; hi there",
                "/msg ali velim hi; ali; velim hi",
                "/msg ALI VELI hi; ALI VELI; hi",
                "/msg çağrı ışık merhaba; çağrı ışık; merhaba",
                "/msg \"ali veli\" hi; ali veli; hi",
                "/msg \"not known\" hi; not known; hi",
                "/msg can hi; can; hi",
                "/msg can@10.0.0.2 hi; can@10.0.0.2; hi",
                "/msg ali veli@10.0.0.9 hi; ali veli@10.0.0.9; hi",
                "/msg deniz so  far; deniz; so  far",
                "/chat ali  hi; ali; hi",
                "/msg \"ali hi; \"ali; hi",
            })
    void aMessageGoesToTheLongestKnownNameAQuotedOneOrAWord(String line, String to, String text) {
        assertDoes(new SendText(TAG, to, SafeText.message(text)), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/weak;'';",
                "/weak on;'';true",
                "/weak off;'';false",
                "/weak ali on;ali;true",
                "/weak ali veli off;ali veli;false",
                "/weak \"on\" on;on;true",
                "/weak alison;alison;",
            })
    void theOldEncryptionIsChosenForOnePersonOrThisConversation(String line, String to, @Nullable Boolean on) {
        assertDoes(new ChooseWeak(TAG, to, Optional.ofNullable(on)), line);
    }

    @Test
    void theTextOfAMessageKeepsItsLineBreaks() {
        assertDoes(new SendText(TAG, "ali", SafeText.message("one\n  two")), "/msg ali one\n  two");
    }

    @Test
    void whatOneDoesGoesOutAsPlainText() {
        assertDoes(new SendText(TAG, "", SafeText.message("* ece waves")), "/me waves");
    }

    @Test
    void partOfANameIsEnoughToGoThere() {
        assertDoes(new OpenConversation(TAG, "Çağrı Işık"), "/buffer ışı");
        assertDoes(new OpenConversation(TAG, "ali"), "/buffer ali");
        assertDoes(new OpenConversation(TAG, "can"), "/buffer can");
        assertDoes(new OpenConversation(TAG, "ali veli"), "/buffer veli");
    }

    @ParameterizedTest
    @CsvSource({"/qui,QUIT", "/QUIT,QUIT", "/exit,QUIT", "/his,HISTORY", "/vers,VERSION", "/he,HELP"})
    void uniquePrefixesAliasesAndCapitalsWork(String line, View view) {
        assertEquals(new Show(view, ""), parse(line));
    }

    @Test
    void anAmbiguousPrefixListsWhatItMayBe() {
        assertWrong("/q may be /query, /queue, /quit: type more of it", "/q");
        assertWrong("/b may be /block, /buffer, /busy, /back: type more of it", "/b hello");
    }

    @Test
    void anUnknownCommandIsNeverTextAndTheNearestIsNamed() {
        assertWrong(
                "there is no command /quiet: the nearest is /quit; with two slashes it is text",
                "/quiet now, all of you");
        assertWrong("there is no command /mgs: the nearest is /msg; with two slashes it is text", "/mgs ali hi");
        assertWrong(
                "there is no command /etc/passwd: /help lists them; with two slashes it is text",
                "/etc/passwd is a file");
        assertWrong(
                "there is no command /xxxxxxxxxxxxxxxxxxxx…: /help lists them; with two slashes it is text",
                "/" + "x".repeat(5_000));
    }

    @Test
    void commandsOfLaterVersionsAreUnknown() {
        assertTrue(sentence("/leave #lab").startsWith("there is no command /leave"));
        assertTrue(sentence("/join #lab").startsWith("there is no command /join"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/msg",
                "/msg ali",
                "/msg \"ali veli\"",
                "/query",
                "/whois",
                "/me",
                "/search",
                "/last",
                "/last 0",
                "/last -1",
                "/last 1001",
                "/last 99999999999",
                "/nick",
                "/export"
            })
    void missingOrImpossibleArgumentsAreAskedForWithTheFormThatIsRight(String line) {
        assertTrue(sentence(line).matches("(say |not sent: say |a name needs ).*"), sentence(line));
    }

    @Test
    void limitsAreSaid() {
        String most = "x".repeat(Limits.MESSAGE_BYTES);
        assertEquals(new Say(SafeText.message(most)), parse(most));
        assertWrong("not sent: the text has 8193 bytes, a message at most 8192; send it in parts", most + "x");
        assertWrong(
                "not sent: the text has 8194 bytes, a message at most 8192; send it in parts",
                "/msg ali " + "ş".repeat(4_097));
        assertWrong("a name has at most 32 characters; this one has 300", "/nick " + "x".repeat(300));
        assertTrue(sentence("/nick \u0001\u200b").startsWith("a name needs"));
        assertWrong("a status text has at most 200 characters; this one has 201", "/away " + "x".repeat(201));
    }

    @Test
    void everyCommandIsReadWithAndWithoutArguments() {
        for (Command command : CommandTable.commands()) {
            for (String arguments : List.of("", " ", " ali", " ali hi", " \"", " \"\"", " 1", " \u0000\uD800")) {
                parse("/" + command.name() + arguments).deliverTo(new Ignoring());
            }
        }
    }

    private static final class Ignoring implements Typed.Handler<Boolean> {
        @Override
        public Boolean say(SafeText text) {
            throw new AssertionError("a command became text");
        }

        @Override
        public Boolean command(UserCommand command) {
            return command.tag().equals(TAG);
        }

        @Override
        public Boolean show(View view, String argument) {
            return true;
        }

        @Override
        public Boolean wrong(SafeText sentence) {
            assertFalse(sentence.isBlank());
            return true;
        }

        @Override
        public Boolean nothing() {
            throw new AssertionError("a command became nothing");
        }
    }

    private static Typed parse(String line) {
        return CommandLine.parse(line, NAMES, TAG);
    }

    private static void assertDoes(UserCommand expected, String line) {
        assertEquals(new Do(expected), parse(line));
    }

    private static void assertWrong(String sentence, String line) {
        assertEquals(new Wrong(SafeText.line(sentence)), parse(line));
    }

    private static String sentence(String line) {
        return parse(line) instanceof Wrong wrong ? wrong.sentence().value() : "understood: " + line;
    }
}
