package lanline.core.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lanline.core.command.Typed.Do;
import lanline.core.command.Typed.Show;
import lanline.core.command.Typed.View;
import lanline.core.event.UserCommand.AllowPlain;
import lanline.core.event.UserCommand.Block;
import lanline.core.event.UserCommand.DescribePeer;
import lanline.core.event.UserCommand.ListUsers;
import lanline.core.event.UserCommand.ReadHistory;
import lanline.core.event.UserCommand.ReportNetwork;
import lanline.core.event.UserCommand.Retry;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.event.UserCommand.ShowFingerprint;
import lanline.core.event.UserCommand.ShowQueue;
import lanline.core.event.UserCommand.Unblock;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.MessageId;
import lanline.core.model.Security;
import lanline.core.model.Status;
import lanline.core.model.Tag;

/** The commands of {@code --json} ({@code cli.md}): what {@code do} may say, and the fields beside it. */
public final class VerbTable {
    private static final int USUAL_PAGE = 100;
    private static final int USUAL_FINDINGS = 50;

    private static final List<Verb> VERBS = List.of(
            new Verb("send", "to, text, security (none, weak)", VerbTable::send),
            new Verb("users", "", (fields, tag) -> new Do(new ListUsers(tag))),
            new Verb("whois", "to", (fields, tag) -> new Do(new DescribePeer(tag, required(fields, "to")))),
            new Verb("verify", "to, same (true, false; absent to begin)", VerbTable::verify),
            new Verb(
                    "fingerprint",
                    "to (absent: your own)",
                    (fields, tag) -> new Do(new ShowFingerprint(tag, fields.text("to")))),
            new Verb(
                    "trust",
                    "to, id (its first 8 signs at least)",
                    (fields, tag) -> TrustTable.trust(tag, required(fields, "to"), required(fields, "id"))),
            new Verb("block", "to (absent: lists them)", (fields, tag) -> new Do(new Block(tag, fields.text("to")))),
            new Verb("unblock", "to", (fields, tag) -> new Do(new Unblock(tag, required(fields, "to")))),
            new Verb("insecure", "to", (fields, tag) -> new Do(new AllowPlain(tag, required(fields, "to")))),
            new Verb("status", "state (online, busy, away), text", VerbTable::status),
            new Verb("history", "with, limit, before (a time)", VerbTable::history),
            new Verb("search", "text, with, limit, before (a number)", VerbTable::search),
            new Verb("net", "", (fields, tag) -> new Do(new ReportNetwork(tag))),
            new Verb("queue", "", (fields, tag) -> new Do(new ShowQueue(tag))),
            new Verb("unsend", "id", (fields, tag) -> QueueWords.takeBack(tag, required(fields, "id"))),
            new Verb("retry", "id", VerbTable::retry),
            new Verb("quit", "", (fields, tag) -> new Show(View.QUIT, "")));

    private VerbTable() {}

    /** A row of the table: the verb, its fields in words, and how they are read. */
    public record Verb(String name, String fields, Reader reader) {}

    /** Reads the fields of one verb. */
    @FunctionalInterface
    interface Reader {
        Typed read(Fields fields, Tag tag) throws WrongFieldException;
    }

    public static List<Verb> verbs() {
        return VERBS;
    }

    public static boolean knows(String verb) {
        return VERBS.stream().anyMatch(known -> known.name().equals(verb));
    }

    /** What {@code verb} with its fields means; a command for the bus carries {@code tag}. Total. */
    public static Typed read(String verb, Fields fields, Tag tag) {
        try {
            for (Verb known : VERBS) {
                if (known.name().equals(verb)) {
                    return known.reader().read(fields, tag);
                }
            }
            String all = VERBS.stream().map(Verb::name).collect(Collectors.joining(", "));
            return Typed.wrong("\"do\" may be " + all + "; not \"" + shortened(verb) + "\"");
        } catch (WrongFieldException wrong) {
            return Typed.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static Typed send(Fields fields, Tag tag) throws WrongFieldException {
        Optional<Security> security = switch (fields.text("security")) {
            case "" -> Optional.empty();
            case "none" -> Optional.of(Security.NONE);
            case "weak" -> Optional.of(Security.WEAK);
            default -> throw new WrongFieldException("\"security\" may be none or weak");
        };
        return CommandTable.send(tag, required(fields, "to"), required(fields, "text"), security);
    }

    private static Typed verify(Fields fields, Tag tag) throws WrongFieldException {
        return new Do(new Verify(tag, required(fields, "to"), fields.truth("same")));
    }

    private static Typed status(Fields fields, Tag tag) throws WrongFieldException {
        String state = required(fields, "state");
        String text = fields.text("text");
        return Status.ofWord(state)
                .filter(status -> status != Status.BYE)
                .map(status -> CommandTable.status(tag, status, text))
                .orElseGet(() -> Typed.wrong("\"state\" may be online, busy or away"));
    }

    private static Typed history(Fields fields, Tag tag) throws WrongFieldException {
        Instant before = time(fields, "before");
        return new Do(new ReadHistory(tag, fields.text("with"), before, limit(fields, USUAL_PAGE)));
    }

    private static Typed search(Fields fields, Tag tag) throws WrongFieldException {
        long before = fields.number("before").orElse(Long.MAX_VALUE);
        String text = required(fields, "text");
        return new Do(new SearchHistory(tag, fields.text("with"), text, before, limit(fields, USUAL_FINDINGS)));
    }

    private static Typed retry(Fields fields, Tag tag) throws WrongFieldException {
        String id = fields.text("id");
        return id.isEmpty() || MessageId.parse(id).isPresent()
                ? new Do(new Retry(tag, id))
                : Typed.wrong("\"id\" is the id of a message: 32 hexadecimal digits");
    }

    private static String required(Fields fields, String field) throws WrongFieldException {
        String text = fields.text(field);
        if (text.isBlank()) {
            throw new WrongFieldException("\"" + field + "\" is missing or empty");
        }
        return text;
    }

    private static int limit(Fields fields, int usual) throws WrongFieldException {
        OptionalLong limit = fields.number("limit");
        if (limit.isPresent() && (limit.getAsLong() < 1 || limit.getAsLong() > Limits.PAGE)) {
            throw new WrongFieldException("\"limit\" is a number from 1 to " + Limits.PAGE);
        }
        return (int) limit.orElse(usual);
    }

    private static Instant time(Fields fields, String field) throws WrongFieldException {
        String text = fields.text(field);
        try {
            return text.isEmpty() ? Instant.MAX : Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new WrongFieldException("\"" + field + "\" is a time such as 2025-11-21T18:02:00.000Z");
        }
    }

    private static String shortened(String verb) {
        return verb.length() > 20 ? verb.substring(0, 20) + "…" : verb;
    }
}
