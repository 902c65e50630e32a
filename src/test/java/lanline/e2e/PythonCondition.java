package lanline.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test where there is no Python with the package {@code cryptography}, unless CI is set: there the test runs, and fails. */
final class PythonCondition implements ExecutionCondition {
    /** The system's own stands second: the first may be one that somebody installed beside it, without the package. */
    private static final List<String> CANDIDATES = List.of("python3", "/usr/bin/python3");

    private static final Path SCRIPTS = Path.of(System.getProperty("lanline.checkout", ""))
            .resolve("src/test/python")
            .toAbsolutePath();

    private static final boolean IS_DEMANDED = System.getenv("CI") != null;

    private static final Optional<String> INTERPRETER = findInterpreter();

    /** The command that runs a script of these tests. */
    static List<String> command(String script) {
        String interpreter = INTERPRETER.orElseThrow(
                () -> new AssertionError("there is no python3 with the package python3-cryptography"));
        return List.of(interpreter, SCRIPTS.resolve(script).toString());
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return INTERPRETER.isEmpty() && !IS_DEMANDED
                ? ConditionEvaluationResult.disabled("no python3 with the package python3-cryptography here")
                : ConditionEvaluationResult.enabled("Python can encrypt, or CI demands it");
    }

    private static Optional<String> findInterpreter() {
        Optional<String> found = CANDIDATES.stream()
                .flatMap(candidate -> executable(candidate).stream())
                .findFirst();
        if (found.isEmpty() && !IS_DEMANDED) {
            // Once a run, where a person looks: what was not tested, and why.
            System.out.println("SKIPPED: the tests against older programs with encryption need python3-cryptography"
                    + " (with CI set they fail instead)");
        }
        return found;
    }

    /** The program itself: what stands first in the path may be a script that needs somebody's home folder. */
    private static Optional<String> executable(String interpreter) {
        String script = "import sys, cryptography.hazmat.primitives.ciphers; print(sys.executable)";
        try {
            return Optional.of(Shell.run(List.of(interpreter, "-c", script)).strip());
        } catch (AssertionError missing) {
            return Optional.empty();
        }
    }
}
