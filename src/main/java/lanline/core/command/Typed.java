package lanline.core.command;

import lanline.core.event.UserCommand;
import lanline.core.text.SafeText;

/** What a line that somebody typed means. */
public sealed interface Typed {
    /** Nothing to do: an empty line. */
    Typed NOTHING = new Nothing();

    <R> R deliverTo(Handler<R> handler);

    /** Text for the current conversation. */
    record Say(SafeText text) implements Typed {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.say(text);
        }
    }

    /** A command for the bus. */
    record Do(UserCommand command) implements Typed {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.command(command);
        }
    }

    /** Something that each front end does in its own way; {@code argument} may be empty. */
    record Show(View view, String argument) implements Typed {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.show(view, argument);
        }
    }

    /** Not understood or not possible: nothing was done, and the line should stay where it can be corrected. */
    record Wrong(SafeText sentence) implements Typed {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.wrong(sentence);
        }
    }

    /** An empty line. */
    record Nothing() implements Typed {
        @Override
        public <R> R deliverTo(Handler<R> handler) {
            return handler.nothing();
        }
    }

    /** What a front end does itself. The argument is that of the command, stripped. */
    enum View {
        /** All commands and keys, or those about a word. */
        HELP,
        /** The history, of one person where the argument names one. */
        HISTORY,
        /** What the history holds with all words of the argument. */
        SEARCH,
        /** The last messages of the current conversation; the argument is their number, 1 to {@link Limits#PAGE}. */
        LAST,
        /** Empties the view of the current conversation. */
        CLEAR,
        /** Changes the theme to the argument, or lists the themes. */
        THEME,
        VERSION,
        /** Lets one choose a conversation. */
        GO_TO,
        /** Ends the program, after a question if something would be lost. */
        QUIT
    }

    /** One method a case. */
    interface Handler<R> {
        R say(SafeText text);

        R command(UserCommand command);

        R show(View view, String argument);

        R wrong(SafeText sentence);

        R nothing();
    }

    static Typed wrong(String sentence) {
        return new Wrong(SafeText.line(sentence));
    }
}
