package lanline.core.model;

/** How well a message was protected on its way, with the words of {@code --json} and the history; {@code security.md}. */
public enum Security {
    /** Anybody on the network could read it. */
    NONE("none"),
    /** The old course encryption: at most 23 keys, so anybody could read it who cares to. */
    WEAK("weak"),
    /** Between two Lanlines that people have not compared yet. */
    ENCRYPTED("encrypted"),
    /** Between two Lanlines that people have compared. */
    VERIFIED("verified");

    private final String word;

    Security(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Reads a stored word; one that a newer version wrote promises nothing. */
    public static Security ofWord(String word) {
        for (Security security : values()) {
            if (security.word.equals(word)) {
                return security;
            }
        }
        return NONE;
    }
}
