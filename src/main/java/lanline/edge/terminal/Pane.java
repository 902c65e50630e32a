package lanline.edge.terminal;

import java.util.List;

/** Which part of the chat the keys go to, in the order of F6. */
enum Pane {
    INPUT,
    PEOPLE,
    TRANSCRIPT;

    Pane next() {
        return switch (this) {
            case INPUT -> PEOPLE;
            case PEOPLE -> TRANSCRIPT;
            case TRANSCRIPT -> INPUT;
        };
    }

    /** The keys that the status line names. */
    List<String> hints() {
        return switch (this) {
            case INPUT -> KeyTable.hints(Scope.IN_INPUT);
            case PEOPLE -> KeyTable.hints(Scope.PANE, List.of(Action.OPEN, Action.BACK, Action.WHO, Action.FILTER));
            case TRANSCRIPT -> KeyTable.hints(Scope.PANE, List.of(Action.COPY, Action.BACK, Action.FILTER));
        };
    }

    Pane previous() {
        return next().next();
    }
}
