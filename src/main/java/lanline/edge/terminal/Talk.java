package lanline.edge.terminal;

import lanline.core.model.ConversationId;
import lanline.edge.terminal.input.InputHistory;
import lanline.edge.terminal.input.KeptInput;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.view.Scroll;

/** What the window keeps for a conversation: the text begun, the earlier ones, how far it is scrolled back. Screen thread only. */
final class Talk {
    private final LineEditor editor = new LineEditor();
    private final InputHistory inputs = new InputHistory();
    private final Scroll scroll = new Scroll();
    private KeptInput kept;
    private long inputsKept;

    Talk(ConversationId conversation) {
        kept = new KeptInput(conversation, "", inputs.all());
    }

    LineEditor editor() {
        return editor;
    }

    InputHistory inputs() {
        return inputs;
    }

    Scroll scroll() {
        return scroll;
    }

    /** Whether something was typed since it was last asked what there is to keep. */
    boolean hasChanges() {
        return !kept.draft().equals(editor.text()) || inputsKept != inputs.changes();
    }

    /** Made anew only where something was typed. */
    KeptInput kept() {
        if (hasChanges()) {
            inputsKept = inputs.changes();
            kept = new KeptInput(kept.conversation(), editor.text(), inputs.all());
        }
        return kept;
    }

    /** What was typed in this run goes before what was kept of an earlier one. */
    void restore(KeptInput earlier) {
        boolean wasKept = !hasChanges();
        inputs.restore(earlier.inputs());
        if (editor.isEmpty()) {
            editor.insertWhole(earlier.draft());
        }
        if (wasKept) {
            kept();
        }
    }
}
