package lanline.edge.terminal;

import lanline.edge.terminal.input.InputHistory;
import lanline.edge.terminal.input.LineEditor;
import lanline.edge.terminal.view.Scroll;

/** What the window keeps for a conversation: the text begun, the earlier ones, how far it is scrolled back. Screen thread only. */
final class Talk {
    private final LineEditor editor = new LineEditor();
    private final InputHistory inputs = new InputHistory();
    private final Scroll scroll = new Scroll();

    LineEditor editor() {
        return editor;
    }

    InputHistory inputs() {
        return inputs;
    }

    Scroll scroll() {
        return scroll;
    }
}
