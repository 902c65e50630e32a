package lanline.edge.terminal.tty;

import com.googlecode.lanterna.TerminalSize;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What is known of the terminal before it is opened: from {@code run.sh}, which may have prepared it, and from the
 * environment. Immutable.
 *
 * @param prepared {@code run.sh} has set raw keys and puts the line discipline back when the program is gone
 * @param saved what {@code stty -g} said before that
 * @param size as {@code run.sh} saw it
 * @param utf8 whether the locale can say more than ASCII
 * @param remote keys come over a network, so that the bytes of one may come apart
 * @param tmux it is a pane of tmux
 */
public record TtySettings(
        boolean prepared,
        Optional<String> saved,
        Optional<TerminalSize> size,
        boolean utf8,
        boolean remote,
        boolean tmux) {
    TtySettings(boolean prepared, Optional<TerminalSize> size, boolean utf8, boolean remote) {
        this(prepared, Optional.empty(), size, utf8, remote, false);
    }

    /** Reads the properties {@code lanline.tty.*}, {@code lanline.charset} and the locale variables of POSIX. */
    public static TtySettings of(Properties properties, Map<String, String> environment) {
        boolean prepared = Boolean.parseBoolean(properties.getProperty("lanline.tty.prepared", "false"));
        String size = properties.getProperty("lanline.tty.rows", "") + " "
                + properties.getProperty("lanline.tty.columns", "");
        String charset = properties.getProperty("lanline.charset", "");
        return new TtySettings(
                prepared,
                Optional.ofNullable(properties.getProperty("lanline.tty.saved")),
                Stty.parseSize(size),
                isUtf8(charset.isBlank() ? locale(environment) : charset),
                !environment.getOrDefault("SSH_CONNECTION", "").isEmpty(),
                !environment.getOrDefault("TMUX", "").isEmpty());
    }

    /** The first of the three that is set and not empty decides, POSIX base definitions 8.2. */
    private static String locale(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static boolean isUtf8(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("-", "");
        return plain.endsWith("utf8") || plain.contains("utf8@");
    }
}
