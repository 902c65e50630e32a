package lanline.core.model;

/** The protocols that a peer may speak, with their names in {@code --json} and in the history. */
public enum Speaks {
    LANLINE("lanline"),
    COURSE_2024("course-2024"),
    COURSE_2019("course-2019"),
    /** The binary shared-room program on the ports of 2019. */
    LAB("course-lab"),
    HUB("hub");

    private final String word;

    Speaks(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Reads a stored word; one that a newer version wrote reads as the oldest course dialect, which promises least. */
    public static Speaks ofWord(String word) {
        for (Speaks speaks : values()) {
            if (speaks.word.equals(word)) {
                return speaks;
            }
        }
        return COURSE_2024;
    }
}
