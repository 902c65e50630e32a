package lanline.e2e;

import java.io.IOException;
import java.util.List;

/**
 * A network namespace without a name, held by a process that ends with its standard input: whatever happens to the tests, nothing
 * of it stays behind. Who is not root gets one in a user namespace.
 */
final class Namespace implements AutoCloseable {
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));
    private static final String HOLD = "ip link set lo up && echo held && read -r end";

    private final Process keeper;

    private Namespace(List<String> command) {
        try {
            keeper = new ProcessBuilder(Shell.concat(command, "sh", "-c", HOLD))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (keeper.getInputStream().read() < 0) {
                throw new AssertionError("no namespace by " + command);
            }
        } catch (IOException missing) {
            throw new AssertionError(missing.getMessage(), missing);
        }
    }

    /** The first of a network. */
    static Namespace first() {
        return new Namespace(unshare());
    }

    /** One that may be linked with this one. */
    Namespace another() {
        return new Namespace(enter("unshare", "--net"));
    }

    static List<String> unshare() {
        return !IS_ROOT ? List.of("unshare", "--net", "--user", "--map-root-user") : List.of("unshare", "--net");
    }

    /** The command that runs {@code command} in here, as the same process. */
    List<String> enter(String... command) {
        String pid = String.valueOf(pid());
        List<String> enter = IS_ROOT
                ? List.of("nsenter", "--target", pid, "--net")
                : List.of("nsenter", "--target", pid, "--user", "--preserve-credentials", "--net");
        return Shell.concat(enter, command);
    }

    /** Runs shell commands in here; an AssertionError if one fails. */
    String sh(String script) {
        return Shell.run(enter("sh", "-ec", script));
    }

    long pid() {
        return keeper.pid();
    }

    @Override
    public void close() {
        keeper.destroyForcibly();
    }
}
