package lanline.core.command;

import static lanline.core.command.Command.First.COMMAND;
import static lanline.core.command.Command.First.NAME;
import static lanline.core.command.Command.First.NONE;
import static lanline.core.command.Command.First.SETTING;
import static lanline.core.command.Command.First.TEXT;
import static lanline.core.command.Command.First.WORD;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lanline.core.command.Typed.Do;
import lanline.core.command.Typed.Show;
import lanline.core.command.Typed.View;
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
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.model.Setting;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** All commands of all front ends, in the order in which the help lists them. */
public final class CommandTable {
    /** Conversations that have a number, and an Alt key. */
    private static final int NUMBERED = 10;

    private static final Pattern ON_OR_OFF = Pattern.compile("(?:^|\\s)(on|off)$");

    private static final List<Command> ABOUT_PEOPLE = List.of(
            Command.of("msg", "NAME text", NAME, "sends text to one person", CommandTable::message)
                    .alias("chat")
                    .inJson("send"),
            Command.of("query", "NAME", NAME, "opens a conversation: what you type then goes there", CommandTable::open)
                    .alias("start"),
            Command.of(
                    "weak",
                    "[NAME] [on|off]",
                    NAME,
                    "uses the old course encryption to an older program, which anybody can break; or says if it is used",
                    CommandTable::weak),
            Command.of("me", "text", TEXT, "sends text as what you do: * ece waves", CommandTable::doing),
            Command.of("users", "", NONE, "lists who is here or was heard lately", one(ListUsers::new))
                    .inJson("users"),
            Command.of("whois", "NAME", NAME, "says what is known of a person", CommandTable::describe)
                    .inJson("whois"));

    private static final List<Command> ABOUT_THE_REST = List.of(
            Command.of(
                    "buffer",
                    "[NAME|NUMBER]",
                    NAME,
                    "goes to a conversation; the full screen lists them where none is named",
                    CommandTable::goTo),
            Command.of(
                    "close",
                    "",
                    NONE,
                    "takes this conversation off the list; its history stays",
                    one(CloseConversation::new)),
            Command.of("clear", "", NONE, "empties this view; the history stays", shows(View.CLEAR))
                    .onScreenOnly(),
            Command.of("history", "[NAME]", NAME, "shows the history, of all or of one person", shows(View.HISTORY))
                    .inJson("history"),
            Command.of("search", "text", TEXT, "finds messages with all these words", CommandTable::search)
                    .inJson("search"),
            Command.of("last", "N", NONE, "shows the last N messages of this conversation", CommandTable::last),
            Command.of("nick", "NAME", TEXT, "changes the name that others see", CommandTable::rename),
            Command.of("away", "[text]", TEXT, "tells the others that you are away", says(Status.AWAY))
                    .inJson("status"),
            Command.of("busy", "[text]", TEXT, "tells the others that you are busy", says(Status.BUSY))
                    .inJson("status"),
            Command.of("back", "", NONE, "tells the others that you are back", says(Status.ONLINE))
                    .inJson("status"),
            Command.of(
                            "queue",
                            "[drop N|drop all]",
                            WORD,
                            "lists what waits to be sent, or takes it back: one by its number, or all",
                            QueueWords::read)
                    .inJson("queue"),
            Command.of("retry", "", NONE, "sends again what could not be sent", one(tag -> new Retry(tag, "")))
                    .inJson("retry"),
            Command.of(
                    "export",
                    "FILE [NAME]",
                    TEXT,
                    "writes the history to a new file here, as JSON Lines if it ends in .jsonl",
                    CommandTable::export),
            Command.of(
                    "ignore",
                    "[NAME]",
                    NAME,
                    "shows nothing of what a person writes, though the history keeps it; or lists who is ignored",
                    SettingCommands::ignore),
            Command.of("unignore", "NAME", NAME, "shows again what a person writes", SettingCommands::unignore),
            Command.of(
                    "highlight",
                    "[WORD]",
                    TEXT,
                    "makes a word count as a mention, or no longer; or lists these words",
                    SettingCommands::highlight),
            Command.of(
                    "notify",
                    "[all|mentions|none]",
                    WORD,
                    "says which messages ring or show a notification",
                    SettingCommands.setting(Setting.NOTIFY)),
            Command.of(
                    "set",
                    "[KEY [VALUE]]",
                    SETTING,
                    "lists what can be set, shows one setting, or changes it (F4 does the same)",
                    SettingCommands::set),
            Command.of(
                            "theme",
                            "[NAME]",
                            TEXT,
                            "changes the colours; without a name: shows them all",
                            shows(View.THEME))
                    .onScreenOnly(),
            Command.of(
                            "mouse",
                            "[on|off]",
                            WORD,
                            "lets the mouse open and scroll, or select text as before",
                            SettingCommands.setting(Setting.MOUSE))
                    .onScreenOnly(),
            Command.of("net", "", NONE, "says what was sent and heard on each network", one(ReportNetwork::new))
                    .inJson("net"),
            Command.of("help", "[WORD]", COMMAND, "lists the commands, or those about a word", shows(View.HELP)),
            Command.of("version", "", NONE, "says which version this is", shows(View.VERSION)),
            Command.of("quit", "", NONE, "sends what is on its way, then ends", shows(View.QUIT))
                    .alias("exit")
                    .inJson("quit"));

    private static final List<Command> COMMANDS = Stream.of(ABOUT_PEOPLE, TrustTable.COMMANDS, ABOUT_THE_REST)
            .flatMap(List::stream)
            .toList();

    private CommandTable() {}

    public static List<Command> commands() {
        return COMMANDS;
    }

    private static Command.Reader shows(View view) {
        return arguments -> new Show(view, arguments.whole());
    }

    private static Command.Reader one(Function<Tag, UserCommand> command) {
        return arguments -> new Do(command.apply(arguments.tag()));
    }

    private static Command.Reader says(Status status) {
        return arguments -> status(arguments.tag(), status, arguments.text());
    }

    static Typed status(Tag tag, Status status, String text) {
        return Limits.complaintAboutStatus(text)
                .<Typed>map(Typed.Wrong::new)
                .orElseGet(() -> new Do(new ChangeStatus(tag, status, SafeText.line(text))));
    }

    private static Typed message(Arguments arguments) {
        Arguments.Split split = arguments.name();
        if (split.rest().isEmpty()) {
            return Typed.wrong("not sent: say to whom and what, /msg NAME text");
        }
        return send(arguments.tag(), split.first(), split.rest());
    }

    /** {@code to} empty: to the current conversation. */
    static Typed send(Tag tag, String to, String text) {
        return send(tag, to, text, Optional.empty());
    }

    static Typed send(Tag tag, String to, String text, Optional<Security> security) {
        return Limits.complaintAboutMessage(text)
                .<Typed>map(Typed.Wrong::new)
                .orElseGet(() -> new Do(new SendText(tag, to, SafeText.message(text), security)));
    }

    private static Typed weak(Arguments arguments) {
        String typed = arguments.text().strip();
        Matcher ending = ON_OR_OFF.matcher(typed);
        Optional<Boolean> on = ending.find() ? Optional.of(ending.group(1).equals("on")) : Optional.empty();
        String name = on.isPresent() ? typed.substring(0, ending.start()).strip() : typed;
        return new Do(
                new ChooseWeak(arguments.tag(), new Arguments(name, arguments.names(), arguments.tag()).whole(), on));
    }

    private static Typed doing(Arguments arguments) {
        if (arguments.isEmpty()) {
            return Typed.wrong("say what you do: /me waves");
        }
        return send(arguments.tag(), "", "* " + arguments.names().own() + " " + arguments.text());
    }

    private static Typed open(Arguments arguments) {
        return arguments.isEmpty()
                ? Typed.wrong("say with whom: /query NAME")
                : new Do(new OpenConversation(arguments.tag(), arguments.whole()));
    }

    private static Typed describe(Arguments arguments) {
        return arguments.isEmpty()
                ? Typed.wrong("say who: /whois NAME")
                : new Do(new DescribePeer(arguments.tag(), arguments.whole()));
    }

    private static Typed goTo(Arguments arguments) {
        int number = number(arguments.text(), NUMBERED);
        if (number > 0) {
            return new Do(new OpenNumber(arguments.tag(), number));
        }
        return arguments.isEmpty()
                ? new Show(View.GO_TO, "")
                : new Do(new OpenConversation(arguments.tag(), arguments.names().meantBy(arguments.whole())));
    }

    private static Typed search(Arguments arguments) {
        return arguments.isEmpty()
                ? Typed.wrong("say what to look for: /search text")
                : new Show(View.SEARCH, arguments.text());
    }

    private static Typed last(Arguments arguments) {
        int count = number(arguments.text(), Limits.PAGE);
        return count > 0
                ? new Show(View.LAST, Integer.toString(count))
                : Typed.wrong("say how many: /last N, with N from 1 to " + Limits.PAGE);
    }

    private static Typed rename(Arguments arguments) {
        return rename(arguments.tag(), arguments.whole());
    }

    static Typed rename(Tag tag, String typed) {
        return Limits.complaintAboutName(typed)
                .<Typed>map(Typed.Wrong::new)
                .orElseGet(() -> new Do(new ChangeName(tag, Nickname.fromPeer(typed))));
    }

    private static Typed export(Arguments arguments) {
        if (arguments.isEmpty()) {
            return Typed.wrong("say where to: /export FILE, or /export FILE NAME for one person's messages");
        }
        Arguments.Split split = arguments.word();
        Arguments name = new Arguments(split.rest(), arguments.names(), arguments.tag());
        return new Do(new ExportHistory(arguments.tag(), name.whole(), "", split.first()));
    }

    /** 0 if {@code text} is no number from 1 to {@code most}. */
    private static int number(String text, int most) {
        boolean readable = text.matches("[0-9]{1,6}");
        int number = readable ? Integer.parseInt(text) : 0;
        return number <= most ? number : 0;
    }
}
