package lanline.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lanline.app.Options.FrontEndKind;
import lanline.app.Options.NamedHost;
import lanline.app.Options.Person;
import lanline.app.Options.Ports;
import lanline.app.Options.Reach;
import lanline.core.command.Limits;
import lanline.core.model.Nickname;
import lanline.core.model.Setting;
import lanline.core.text.SafeText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** Reads the command line ({@code cli.md}). What can't be meant is a {@link UsageException} with a sentence. */
final class OptionsParser {
    static final int UDP_PORT = 6_000;
    static final int TCP_PORT = 6_001;

    private static final int PERIOD_SECONDS = 8;
    private static final int LONGEST_PERIOD_SECONDS = 60;
    private static final int LARGEST_PORT = 65_535;

    private OptionsParser() {}

    static boolean asksForHelp(CommandLine line) {
        return line.hasOption("help");
    }

    static boolean asksForVersion(CommandLine line) {
        return line.hasOption("version");
    }

    static boolean asksForPassphrase(CommandLine line) {
        return line.hasOption("passphrase");
    }

    static CommandLine read(String[] arguments) throws UsageException {
        try {
            CommandLine line = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .get()
                    .parse(OptionTable.options(), arguments);
            if (!line.getArgList().isEmpty()) {
                throw new UsageException(
                        "there is no argument " + quoted(line.getArgList().get(0)));
            }
            return line;
        } catch (ParseException wrong) {
            throw new UsageException(sentence(wrong));
        }
    }

    private static String sentence(ParseException wrong) {
        String message = Objects.requireNonNullElse(wrong.getMessage(), "The options can't be understood");
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** {@code hasTerminal}: standard input and output are a terminal that can show a full screen. */
    static Options check(CommandLine line, boolean hasTerminal) throws UsageException {
        for (Option option : line.getOptions()) {
            if (!option.hasArg()) {
                continue;
            }
            if (option.getValues().length == 0 || option.getValue().isEmpty()) {
                throw new UsageException("--" + option.getLongOpt() + " needs a value");
            }
        }
        return new Options(frontEnd(line, hasTerminal), person(line), ports(line), reach(line));
    }

    private static FrontEndKind frontEnd(CommandLine line, boolean hasTerminal) throws UsageException {
        if (line.hasOption("plain") && line.hasOption("json")) {
            throw new UsageException("--plain and --json exclude each other");
        }
        if (line.hasOption("json")) {
            return FrontEndKind.JSON;
        }
        return line.hasOption("plain") || !hasTerminal ? FrontEndKind.PLAIN : FrontEndKind.FULL_SCREEN;
    }

    private static Person person(CommandLine line) throws UsageException {
        Optional<Nickname> name = Optional.empty();
        if (line.hasOption("name")) {
            String typed = line.getOptionValue("name");
            Optional<SafeText> complaint = Limits.complaintAboutName(typed);
            if (complaint.isPresent()) {
                throw new UsageException("--name: " + complaint.get());
            }
            name = Nickname.parse(typed);
        }
        try {
            Optional<Path> home =
                    Optional.ofNullable(line.getOptionValue("home")).map(Path::of);
            return new Person(name, home, theme(line), line.hasOption("ascii"));
        } catch (InvalidPathException wrong) {
            throw new UsageException("--home " + quoted(wrong.getInput()) + " can't be the name of a folder");
        }
    }

    private static Optional<String> theme(CommandLine line) throws UsageException {
        Optional<String> typed = Optional.ofNullable(line.getOptionValue("theme"));
        if (typed.isPresent() && Setting.THEME.read(typed.get()).isEmpty()) {
            throw new UsageException("--theme takes " + Setting.THEME.allowed() + ", not " + quoted(typed.get()));
        }
        return typed;
    }

    private static Ports ports(CommandLine line) throws UsageException {
        return new Ports(
                number(line, "udp-port", 1, LARGEST_PORT, UDP_PORT),
                line.hasOption("udp-port"),
                number(line, "tcp-port", 1, LARGEST_PORT, TCP_PORT),
                line.hasOption("tcp-port"),
                edition2019(line));
    }

    private static boolean edition2019(CommandLine line) throws UsageException {
        if (line.hasOption("edition-2019") && line.hasOption("no-edition-2019")) {
            throw new UsageException("--edition-2019 and --no-edition-2019 exclude each other");
        }
        return !line.hasOption("no-edition-2019");
    }

    private static Reach reach(CommandLine line) throws UsageException {
        int udpPort = number(line, "udp-port", 1, LARGEST_PORT, UDP_PORT);
        List<NamedHost> hosts = new ArrayList<>();
        for (String host : values(line, "peer")) {
            hosts.add(namedHost(host, udpPort));
        }
        int period = number(line, "announce-every", 1, LONGEST_PERIOD_SECONDS, PERIOD_SECONDS);
        return new Reach(values(line, "interface"), hosts, period);
    }

    private static List<String> values(CommandLine line, String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /** {@code HOST}, {@code HOST:PORT}, {@code [IPV6]:PORT} or a bare IPv6 address. */
    private static NamedHost namedHost(String typed, int usualPort) throws UsageException {
        String host = typed;
        String port = "";
        int bracket = typed.indexOf(']');
        int colon = typed.lastIndexOf(':');
        boolean isBareIpv6 = bracket < 0 && typed.indexOf(':') != colon;
        if (colon > bracket && !isBareIpv6) {
            host = typed.substring(0, colon);
            port = typed.substring(colon + 1);
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isBlank()) {
            throw new UsageException("--peer needs a host, not " + quoted(typed));
        }
        boolean hasPort = colon > bracket && !isBareIpv6;
        return new NamedHost(host, hasPort ? number("peer", port, 1, LARGEST_PORT) : usualPort);
    }

    private static int number(CommandLine line, String option, int least, int most, int usual) throws UsageException {
        String value = line.getOptionValue(option);
        return value == null ? usual : number(option, value, least, most);
    }

    private static int number(String option, String value, int least, int most) throws UsageException {
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new UsageException(
                "--" + option + " takes a number from " + least + " to " + most + ", not " + quoted(value));
    }

    private static String quoted(String typed) {
        return "\"" + typed + "\"";
    }
}
