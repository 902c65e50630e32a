package lanline.edge.terminal.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Earlier inputs of one conversation, and the text that was being typed when one began to look at them. Screen thread only. */
public final class InputHistory {
    /** Inputs kept; the oldest goes first. */
    private static final int MOST_INPUTS = 200;

    /** Longer inputs are sent but not remembered here: 200 of them would fill the heap. */
    private static final int LONGEST = 4_096;

    private final List<String> inputs = new ArrayList<>();
    private int at;
    private String unfinished = "";

    /** Remembers what was sent, once where it is repeated, and goes back to the newest end. */
    public void add(String input) {
        boolean repeated = !inputs.isEmpty() && inputs.get(inputs.size() - 1).equals(input);
        if (!repeated && !input.isBlank() && input.length() <= LONGEST) {
            inputs.add(input);
        }
        if (inputs.size() > MOST_INPUTS) {
            inputs.remove(0);
        }
        at = inputs.size();
    }

    /** The one before; empty at the oldest. {@code now} is kept for the way back. */
    public Optional<String> older(String now) {
        if (at == 0) {
            return Optional.empty();
        }
        if (at == inputs.size()) {
            unfinished = now;
        }
        at--;
        return Optional.of(inputs.get(at));
    }

    /** The one after, at last what was being typed; empty where one already is there. */
    public Optional<String> newer() {
        if (at == inputs.size()) {
            return Optional.empty();
        }
        at++;
        return Optional.of(at == inputs.size() ? unfinished : inputs.get(at));
    }
}
