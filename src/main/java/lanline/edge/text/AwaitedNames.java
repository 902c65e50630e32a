package lanline.edge.text;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import lanline.core.command.CommandLine;
import lanline.core.command.Typed;
import lanline.core.event.UserCommand;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/**
 * Understands typed lines, and lets a script that is too early wait until the one it names is heard ({@code decisions.md} 30).
 * Lives on the thread {@code in}.
 */
final class AwaitedNames {
    /** Names waited for in vain, for each of which a second line fails at once. After so many nobody is waited for. */
    private static final int IN_VAIN = 100;

    private final PeerBook book;
    private final TimeSource time;
    private final long patienceMillis;
    private final Set<String> inVain = new HashSet<>();

    AwaitedNames(PeerBook book, TimeSource time, Duration patience) {
        this.book = book;
        this.time = time;
        patienceMillis = patience.toMillis();
    }

    /** What {@code line} means with the names that are known then: a name with blanks can only be told once it is. */
    Typed parse(String line) throws InterruptedException {
        Typed meant = parseNow(line);
        if (isWorthWaiting(meant) && isUnknown(meant)) {
            meant = parseOnceHeard(line, meant);
        }
        return meant;
    }

    private Typed parseOnceHeard(String line, Typed early) throws InterruptedException {
        long deadline = time.uptimeMillis() + patienceMillis;
        long left = patienceMillis;
        Typed meant = early;
        while (isUnknown(meant) && left > 0 && book.awaitNews(left)) {
            meant = parseNow(line);
            left = deadline - time.uptimeMillis();
        }
        if (isUnknown(meant)) {
            inVain.add(addressee(meant));
        }
        return meant;
    }

    private Typed parseNow(String line) {
        String word = CommandLine.commandOf(line).map(command -> command.name()).orElse("");
        return CommandLine.parse(line, book.names(), Kind.tag(word, ""));
    }

    private boolean isUnknown(Typed meant) {
        String to = addressee(meant);
        return !to.isEmpty() && !book.knows(to);
    }

    private boolean isWorthWaiting(Typed meant) {
        return patienceMillis > 0 && inVain.size() < IN_VAIN && !inVain.contains(addressee(meant));
    }

    private static String addressee(Typed meant) {
        return meant.deliverTo(ADDRESSEE);
    }

    private static final Typed.Handler<String> ADDRESSEE = new Typed.Handler<>() {
        @Override
        public String say(SafeText text) {
            return "";
        }

        @Override
        public String command(UserCommand command) {
            return command.to();
        }

        @Override
        public String show(Typed.View view, String argument) {
            return "";
        }

        @Override
        public String wrong(SafeText sentence) {
            return "";
        }

        @Override
        public String nothing() {
            return "";
        }
    };
}
