package lanline.app;

import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Every option there is, with what {@code --help} says of it. */
final class OptionTable {
    private static final int FIRST_COLUMN = 28;

    private static final Option[] ALL = {
        with("name", "NAME", "your name for this run; kept if none was stored yet"),
        with(
                "home",
                "DIR",
                "where identity, settings and history live (else $LANLINE_HOME, or ~/.local/share/lanline)"),
        with("theme", "NAME", "colours: default, dark, light, high-contrast, mono, solarized, or one of your own"),
        flag("ascii", "borders and marks in ASCII; by itself where the locale is not UTF-8"),
        flag("plain", "line by line instead of full screen; by itself where there is no terminal"),
        flag("json", "one JSON object a line, both ways, for scripts"),
        with("udp-port", "N", "port that announcements are heard on and sent to (6000)"),
        with("tcp-port", "N", "port that messages are taken on (6001)"),
        flag("edition-2019", "also speak the 2019 edition, on ports 5000 and 5001 (on by itself)"),
        flag("no-edition-2019", "leave ports 5000 and 5001 alone"),
        with("interface", "IF", "announce on this interface only; may be given several times"),
        with(
                "peer",
                "HOST[:PORT]",
                "also announce to this host directly, where a network drops broadcast; several times"),
        with("announce-every", "SECONDS", "announcement period, 1 to 60 (8)"),
        flag(
                "passphrase",
                "asks for a new passphrase for your key, twice, on the terminal; an empty one takes it away"),
        flag("help", "this list"),
        flag("version", "the version"),
    };

    private OptionTable() {}

    static Options options() {
        Options options = new Options();
        for (Option option : ALL) {
            // Commons CLI remembers values in the option: each parse gets its own.
            options.addOption((Option) option.clone());
        }
        return options;
    }

    static String help() {
        StringBuilder help =
                new StringBuilder("Lanline: chat with everyone on your network, in the terminal.\n\nOptions:\n");
        for (Option option : ALL) {
            String argument = option.hasArg() ? " " + option.getArgName() : "";
            String left = "  --" + option.getLongOpt() + argument;
            help.append(left).append(" ".repeat(Math.max(2, FIRST_COLUMN - left.length())));
            help.append(option.getDescription()).append('\n');
        }
        return help.append("\nInside, F1 or /help lists keys and commands.\n").toString();
    }

    private static Option with(String name, String argument, String help) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(argument)
                .desc(help)
                .get();
    }

    private static Option flag(String name, String help) {
        return Option.builder().longOpt(name).desc(help).get();
    }
}
