package lanline.edge.terminal;

/** Which part of the chat the keys go to, in the order of F6. */
enum Pane {
    INPUT,
    TRANSCRIPT,
    PEOPLE;

    Pane next() {
        return switch (this) {
            case INPUT -> TRANSCRIPT;
            case TRANSCRIPT -> PEOPLE;
            case PEOPLE -> INPUT;
        };
    }

    Pane previous() {
        return next().next();
    }
}
