package lanline.edge.terminal.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lanline.core.text.Folding;
import lanline.core.text.SafeText;

/** Earlier inputs of one conversation, and the text that was being typed when one began to look at them. Screen thread only. */
public final class InputHistory {
    /** Inputs kept; the oldest goes first. */
    private static final int MOST_INPUTS = 200;

    /** Longer inputs are sent but not remembered here: 200 of them would fill the heap. */
    private static final int LONGEST = 4_096;

    private final List<String> inputs = new ArrayList<>();
    private long changes;
    private int at;
    private String unfinished = "";

    /** Remembers what was sent, once where it is repeated, and goes back to the newest end. */
    public void add(String input) {
        boolean repeated = !inputs.isEmpty() && inputs.get(inputs.size() - 1).equals(input);
        if (!repeated && !input.isBlank() && input.length() <= LONGEST) {
            inputs.add(input);
            changes++;
        }
        if (inputs.size() > MOST_INPUTS) {
            inputs.remove(0);
        }
        at = inputs.size();
    }

    /** Puts those of an earlier run before the ones of this run. */
    public void restore(List<String> earlier) {
        List<String> clean = earlier.stream()
                .map(input -> SafeText.message(input).value())
                .filter(input -> !input.isBlank() && input.length() <= LONGEST)
                .toList();
        int room = Math.max(0, MOST_INPUTS - inputs.size());
        List<String> newest = clean.subList(Math.max(0, clean.size() - room), clean.size());
        inputs.addAll(0, newest);
        at += newest.size();
        changes++;
    }

    public int size() {
        return inputs.size();
    }

    /** The input at this place; 0 is the oldest. */
    public String get(int index) {
        return inputs.get(index);
    }

    /** From {@code from} on, by {@code step}, the first that has these letters, in any case, and is not {@code but}. */
    public OptionalInt find(String letters, int from, int step, String but) {
        String wanted = Folding.fold(letters);
        for (int i = from; i >= 0 && i < inputs.size(); i += step) {
            String input = inputs.get(i);
            if (!input.equals(but) && Folding.fold(input).contains(wanted)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** All of them, the newest last. */
    public List<String> all() {
        return List.copyOf(inputs);
    }

    /** Rises with every change. */
    public long changes() {
        return changes;
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
