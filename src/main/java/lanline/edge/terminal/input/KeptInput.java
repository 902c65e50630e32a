package lanline.edge.terminal.input;

import java.util.List;
import lanline.core.model.ConversationId;

/** What was typed in a conversation, to be kept over restarts: the text begun, and earlier inputs, the newest last. Immutable. */
public record KeptInput(ConversationId conversation, String draft, List<String> inputs) {
    public KeptInput {
        inputs = List.copyOf(inputs);
    }

    public boolean isEmpty() {
        return draft.isEmpty() && inputs.isEmpty();
    }
}
