package lanline.edge.terminal.tty;

import com.googlecode.lanterna.input.KeyType;

/** What the terminal said, as one event: a key, a paste, a new size, its end. */
public sealed interface Key {

    void deliverTo(Handler handler);

    /** One method a case. */
    interface Handler {
        void typed(Typed typed);

        void chord(Chord chord);

        void special(Special special);

        void pasted(Paste paste);

        void focused(Focus focus);

        void mouse(Mouse mouse);

        void resized(Resized resized);

        void continued(Continued continued);

        void ended(Ended ended);
    }

    /** Text without Ctrl or Alt: one grapheme cluster as far as it came in one piece. Never a control character. */
    record Typed(String text) implements Key {
        @Override
        public void deliverTo(Handler handler) {
            handler.typed(this);
        }
    }

    /**
     * A character with Ctrl or Alt: Ctrl-A is ("a", ctrl), Alt-1 is ("1", alt), Ctrl-J is ("j", ctrl), Ctrl-Space is
     * (" ", ctrl), Ctrl-_ is ("_", ctrl). Letters with Ctrl are small ones; with Alt alone they are as typed.
     */
    record Chord(String character, boolean ctrl, boolean alt) implements Key {
        @Override
        public void deliverTo(Handler handler) {
            handler.chord(this);
        }
    }

    /** A key without a character, by Lanterna's name: Enter, Tab, ReverseTab, Backspace, Escape, ArrowUp, F1 and so on. */
    record Special(KeyType key, boolean ctrl, boolean alt, boolean shift) implements Key {

        @Override
        public void deliverTo(Handler handler) {
            handler.special(this);
        }
    }

    /**
     * A bracketed paste: line breaks are line feeds, other control characters are as they came. Foreign text, to be
     * cleaned before it is drawn.
     *
     * @param dropped how many bytes more than {@link #MOST_BYTES} came and were not kept; 0 nearly always
     */
    record Paste(String text, int dropped) implements Key {
        /** What a paste may have, 1 MiB: no message is as long, and the heap holds it; the rest is counted, not kept. */
        public static final int MOST_BYTES = 1 << 20;

        @Override
        public void deliverTo(Handler handler) {
            handler.pasted(this);
        }
    }

    /** The terminal's window got the focus, or lost it. */
    record Focus(boolean gained) implements Key {
        @Override
        public void deliverTo(Handler handler) {
            handler.focused(this);
        }
    }

    /** A report of the mouse, counted from 0; comes only while it is switched on. */
    record Mouse(Action action, int button, int row, int column) implements Key {
        /** What the mouse did; a turned wheel has button 0. */
        public enum Action {
            PRESS,
            RELEASE,
            MOVE,
            WHEEL_UP,
            WHEEL_DOWN
        }

        public boolean isWheel() {
            return action == Action.WHEEL_UP || action == Action.WHEEL_DOWN;
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.mouse(this);
        }
    }

    /** The window has this size since a moment. */
    record Resized(int rows, int columns) implements Key {
        @Override
        public void deliverTo(Handler handler) {
            handler.resized(this);
        }
    }

    /** Somebody had stopped us from outside: the terminal is raw again, and of this size, but shows anything. */
    record Continued(int rows, int columns) implements Key {
        @Override
        public void deliverTo(Handler handler) {
            handler.continued(this);
        }
    }

    /** The terminal is gone, or its input ended: nothing comes after this. */
    record Ended() implements Key {
        @Override
        public void deliverTo(Handler handler) {
            handler.ended(this);
        }
    }
}
