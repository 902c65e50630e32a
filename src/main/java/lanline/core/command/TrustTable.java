package lanline.core.command;

import static lanline.core.command.Command.First.NAME;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lanline.core.command.Typed.Do;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.AllowPlain;
import lanline.core.event.UserCommand.Block;
import lanline.core.event.UserCommand.ShowFingerprint;
import lanline.core.event.UserCommand.TrustKey;
import lanline.core.event.UserCommand.Unblock;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.LanlineId;
import lanline.core.model.Tag;

/** The commands about keys, and whom one may believe. Pure. */
final class TrustTable {
    private static final Pattern YES_OR_NO = Pattern.compile("(?:^|\\s)(yes|no)$");
    private static final Pattern LAST_WORD = Pattern.compile("^(.*\\S)\\s+(\\S+)$");

    static final List<Command> COMMANDS = List.of(
            Command.of(
                            "verify",
                            "[NAME] [yes|no]",
                            NAME,
                            "compares six words with a person, so that both know that nobody is between them",
                            TrustTable::verify)
                    .inJson("verify"),
            Command.of(
                            "fingerprint",
                            "[NAME]",
                            NAME,
                            "shows digits to compare with a person by phone, or your own key",
                            of(ShowFingerprint::new))
                    .inJson("fingerprint"),
            Command.of(
                            "trust",
                            "NAME FIRST8",
                            NAME,
                            "takes a key that has changed, by its first eight signs, once you have asked the person",
                            TrustTable::trust)
                    .inJson("trust"),
            Command.of(
                            "block",
                            "[NAME]",
                            NAME,
                            "neither sends to a person with Lanline nor takes anything; or lists who is blocked",
                            of(Block::new))
                    .inJson("block"),
            Command.of("unblock", "NAME", NAME, "lets you and a person talk to each other again", TrustTable::unblock)
                    .inJson("unblock"),
            Command.of(
                            "insecure",
                            "NAME",
                            NAME,
                            "lets you write unencrypted to an older program, in this run, although it may be somebody else",
                            TrustTable::insecure)
                    .inJson("insecure"));

    private TrustTable() {}

    static Typed verify(Arguments arguments) {
        String typed = arguments.text().strip();
        Matcher ending = YES_OR_NO.matcher(typed);
        Optional<Boolean> answer = ending.find() ? Optional.of(ending.group(1).equals("yes")) : Optional.empty();
        String name = answer.isPresent() ? typed.substring(0, ending.start()).strip() : typed;
        return new Do(new Verify(arguments.tag(), unquoted(arguments, name), answer));
    }

    static Typed trust(Arguments arguments) {
        Matcher parts = LAST_WORD.matcher(arguments.text().strip());
        if (!parts.find()) {
            return Typed.wrong("say whose key, and how /fingerprint shows that it begins: /trust NAME FIRST8");
        }
        return trust(arguments.tag(), unquoted(arguments, parts.group(1)), parts.group(2));
    }

    static Typed trust(Tag tag, String to, String hint) {
        return hint.length() < LanlineId.HINT_LENGTH
                ? Typed.wrong(
                        "nothing was changed: the first " + LanlineId.HINT_LENGTH + " signs of the key are needed")
                : new Do(new TrustKey(tag, to, hint));
    }

    static Typed unblock(Arguments arguments) {
        return arguments.isEmpty()
                ? Typed.wrong("say who: /unblock NAME; /block lists who is blocked")
                : new Do(new Unblock(arguments.tag(), arguments.whole()));
    }

    static Typed insecure(Arguments arguments) {
        return arguments.isEmpty()
                ? Typed.wrong("say who: /insecure NAME")
                : new Do(new AllowPlain(arguments.tag(), arguments.whole()));
    }

    /** What may be for nobody in particular. */
    static Command.Reader of(BiFunction<Tag, String, UserCommand> command) {
        return arguments -> new Do(command.apply(arguments.tag(), arguments.whole()));
    }

    private static String unquoted(Arguments arguments, String name) {
        return new Arguments(name, arguments.names(), arguments.tag()).whole();
    }
}
