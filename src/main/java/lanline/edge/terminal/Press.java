package lanline.edge.terminal;

/** A key that was pressed, by its name in the key table, and the text that it types where it is bound to nothing else, or "". */
record Press(String key, String text) {}
