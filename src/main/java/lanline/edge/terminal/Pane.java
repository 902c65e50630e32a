package lanline.edge.terminal;

import java.util.List;

/** Which part of the chat the keys go to, in the order of F6. */
enum Pane {
    INPUT,
    PEOPLE,
    TRANSCRIPT;

    private static final List<String> OF_INPUT = KeyTable.hints(Scope.IN_INPUT);
    private static final List<String> OF_PEOPLE =
            KeyTable.hints(Scope.PANE, List.of(Action.OPEN, Action.BACK, Action.WHO, Action.FILTER));
    private static final List<String> OF_TRANSCRIPT =
            KeyTable.hints(Scope.PANE, List.of(Action.COPY, Action.BACK, Action.FILTER));

    Pane next() {
        return switch (this) {
            case INPUT -> PEOPLE;
            case PEOPLE -> TRANSCRIPT;
            case TRANSCRIPT -> INPUT;
        };
    }

    /** The keys that the status line names: always the same list, since each frame asks. */
    List<String> hints() {
        return switch (this) {
            case INPUT -> OF_INPUT;
            case PEOPLE -> OF_PEOPLE;
            case TRANSCRIPT -> OF_TRANSCRIPT;
        };
    }

    Pane previous() {
        return next().next();
    }
}
