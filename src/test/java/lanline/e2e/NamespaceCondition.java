package lanline.e2e;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test where network namespaces can't be made, unless CI is set: there the test runs, and fails. */
final class NamespaceCondition implements ExecutionCondition {
    /** What a network of the tests needs: two namespaces, a bridge, a pair of linked interfaces. */
    private static final String TRIAL = "ip link add br0 type bridge && ip link add v0 type veth peer name v1";

    private static final boolean IS_DEMANDED = System.getenv("CI") != null;

    private static final Optional<String> OBSTACLE = findObstacle();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return OBSTACLE.isPresent() && !IS_DEMANDED
                ? ConditionEvaluationResult.disabled("no network namespaces here: " + OBSTACLE.get())
                : ConditionEvaluationResult.enabled("network namespaces can be made, or CI demands them");
    }

    private static Optional<String> findObstacle() {
        try {
            Shell.run(Shell.concat(Namespace.unshare(), "sh", "-c", TRIAL));
            return Optional.empty();
        } catch (AssertionError refused) {
            String reason = String.valueOf(refused.getMessage()).replace('\n', ' ');
            if (!IS_DEMANDED) {
                // Once a run, where a person looks: what was not tested, and why.
                System.out.println("SKIPPED: the end-to-end tests need network namespaces, and here " + reason
                        + " (with CI set they fail instead)");
            }
            return Optional.of(reason);
        }
    }
}
