package lanline.edge.net;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.Locale;
import lanline.core.text.SafeText;

/**
 * What went wrong on a socket, in words that people understand.
 *
 * <p>Where Java has no type of its own for it, only the system's message tells; that may be in the user's language, and then the
 * general sentence says enough.
 */
final class Problem {
    static final SafeText NO_THREAD = SafeText.line("this machine has no room for one more connection");
    static final SafeText FAILED = SafeText.line("this program failed on the connection; its error log says more");

    private static final String REFUSED = "connection refused: no chat program listens there";

    private static final String[][] BY_MESSAGE = {
        {"refused", REFUSED},
        {"timed out", "no answer"},
        {"reset", "the connection was reset"},
        {"broken pipe", "the connection was reset"},
        {"connection aborted", "the connection was reset"},
        {"network is unreachable", "no network leads to that address; /net shows which are up"},
        {"network is down", "the network interface is down"},
        {"no such device", "the network interface is gone"},
        {"invalid argument", "the network interface has changed its address"},
        {"cannot assign requested address", "the network interface has changed its address"},
        {"not permitted", "a firewall of this machine forbids it"},
        {"permission denied", "this machine forbids it"},
        {"too many open files", "too many files and connections are open here"},
        {"no buffer space", "the network interface is busy"},
        {"message too long", "it is too long for one datagram"},
        {"no such interface", "there is no such network interface here"},
    };

    private Problem() {}

    static SafeText whileDialling(IOException wrong) {
        if (wrong instanceof NoRouteToHostException) {
            return SafeText.line("no route to that address");
        }
        return of(wrong, wrong instanceof ConnectException ? REFUSED : "the connection failed");
    }

    static SafeText whileOpen(IOException wrong) {
        return of(wrong, "the connection was lost");
    }

    static SafeText whileSending(IOException wrong) {
        return of(wrong, "it could not be sent");
    }

    static SafeText whileBinding(IOException wrong) {
        boolean isForbidden = wrong.getMessage() != null && wrong.getMessage().contains("denied");
        return wrong instanceof BindException && !isForbidden
                ? SafeText.line(
                        "another program holds it and does not share it (end that one, or take another for all with --udp-port)")
                : of(wrong, "it can't be opened");
    }

    private static SafeText of(IOException wrong, String otherwise) {
        String message = wrong.getMessage() == null ? "" : wrong.getMessage().toLowerCase(Locale.ROOT);
        for (String[] known : BY_MESSAGE) {
            if (message.contains(known[0])) {
                return SafeText.line(known[1]);
            }
        }
        return SafeText.line(message.isEmpty() ? otherwise : otherwise + " (" + wrong.getMessage() + ")");
    }
}
