package lanline.edge.terminal.tty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether somebody waits for us who could continue us once we are stopped: an ancestor in another process group of the
 * same session, which is a shell with job control (POSIX 11.1.4). Without one, Ctrl-Z would be the end. Stateless.
 */
final class JobControl {
    /** Ancestors looked at; a longer row is none of a terminal's programs. */
    private static final int MOST_ANCESTORS = 64;

    private JobControl() {}

    /** What {@code /proc/PID/stat} says, see proc(5); {@code foreground} is the group that has the terminal. */
    private record Family(long parent, long group, long session, long foreground) {}

    /** True also where there is no {@code /proc}: SIGTSTP, with which we stop, has no effect then without a shell. */
    static boolean isThere() {
        Optional<Family> own = family("self");
        return own.isEmpty() || isSomebodyOutside(own.get());
    }

    /**
     * Whether the shell is at the terminal, not we: to set it then would stop us again. False where that isn't known, or no
     * terminal is left.
     */
    static boolean isInBackground() {
        return family("self")
                .filter(own -> own.foreground() > 0 && own.foreground() != own.group())
                .isPresent();
    }

    private static boolean isSomebodyOutside(Family own) {
        Optional<Family> next = family(Long.toString(own.parent()));
        for (int i = 0; i < MOST_ANCESTORS && next.isPresent(); i++) {
            if (next.get().session() != own.session()) {
                return false;
            }
            if (next.get().group() != own.group()) {
                return true;
            }
            next = family(Long.toString(next.get().parent()));
        }
        return false;
    }

    private static Optional<Family> family(String process) {
        try {
            String line = Files.readString(Path.of("/proc", process, "stat"));
            // The name of the program is in parentheses, and may have some itself.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", 7);
            return Optional.of(new Family(number(fields[1]), number(fields[2]), number(fields[3]), number(fields[5])));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static long number(String field) {
        return Long.parseLong(field);
    }
}
