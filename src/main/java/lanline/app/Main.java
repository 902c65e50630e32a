package lanline.app;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import lanline.core.text.SafeText;
import org.apache.commons.cli.CommandLine;

/** Where the program starts, on the thread that the JVM gives it: reads the command line, opens the home, runs a front end. */
public final class Main {
    private static final int COULD_NOT_START = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        int status = run(arguments);
        System.out.flush();
        System.exit(status);
    }

    private static int run(String[] arguments) {
        CountDownLatch shown = new CountDownLatch(1);
        if (Boolean.getBoolean("lanline.tty.prepared")) {
            WarmUp.start(System.getenv(), shown);
        }
        try {
            CommandLine line = OptionsParser.read(arguments);
            if (OptionsParser.asksForHelp(line)) {
                System.out.print(OptionTable.help());
                return 0;
            }
            if (OptionsParser.asksForVersion(line)) {
                System.out.println("lanline " + Version.text());
                return 0;
            }
            Options options = OptionsParser.check(line, StandardStreams.areScreen());
            return OptionsParser.asksForPassphrase(line)
                    ? new PassphraseRun(session(options)).run()
                    : run(options, shown);
        } catch (UsageException wrong) {
            complain(wrong.sentence() + "; --help lists the options");
            return USAGE;
        } catch (StartupException refused) {
            complain(refused.sentence());
            return COULD_NOT_START;
        } catch (InterruptedException stopped) {
            return COULD_NOT_START;
        }
    }

    private static int run(Options options, CountDownLatch shown) throws StartupException, InterruptedException {
        Session session = session(options);
        return options.frontEnd() == Options.FrontEndKind.FULL_SCREEN
                ? new FullScreenRun(options, session, shown).run()
                : TextRun.of(options, session).run();
    }

    private static Session session(Options options) throws StartupException {
        Path home = HomePath.of(options.person().home(), System.getenv(), System.getProperty("os.name", ""));
        return Session.open(home);
    }

    private static void complain(String sentence) {
        System.err.println("lanline: " + SafeText.line(sentence));
    }
}
