package lanline.edge.terminal;

import lanline.edge.terminal.input.LineEditor;

/** The keys that edit any text: that of the chat, of a search, of the question for a name. */
final class EditKeys {
    private EditKeys() {}

    /** Does what the action says; false if it is none of editing. */
    static boolean apply(Action action, LineEditor editor) {
        return moves(action, editor) || erases(action, editor) || changes(action, editor);
    }

    private static boolean moves(Action action, LineEditor editor) {
        switch (action) {
            case LEFT -> editor.left();
            case RIGHT, RIGHT_OR_FIND -> editor.right();
            case WORD_LEFT -> editor.wordLeft();
            case WORD_RIGHT -> editor.wordRight();
            case HOME -> editor.home();
            case END -> editor.end();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean erases(Action action, LineEditor editor) {
        switch (action) {
            case BACKSPACE -> editor.backspace();
            case DELETE -> editor.delete();
            case KILL_TO_END -> editor.killToEnd();
            case KILL_TO_START -> editor.killToStart();
            case KILL_BLANK_WORD -> editor.killBlankWord();
            case KILL_WORD_LEFT -> editor.killWordLeft();
            case KILL_WORD_RIGHT -> editor.killWordRight();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean changes(Action action, LineEditor editor) {
        switch (action) {
            case YANK -> editor.yank();
            case TRANSPOSE -> editor.transpose();
            case UNDO -> editor.undo();
            case CLEAR -> editor.clear();
            default -> {
                return false;
            }
        }
        return true;
    }
}
