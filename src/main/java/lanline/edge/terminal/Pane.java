package lanline.edge.terminal;

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

    Pane previous() {
        return next().next();
    }
}
