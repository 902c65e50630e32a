package lanline.edge.terminal.theme;

import lanline.core.text.SafeText;

/** A theme file can't be used; the message is a sentence that names file, line and key. */
public final class BrokenThemeException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SafeText sentence;

    BrokenThemeException(String sentence) {
        super(sentence);
        this.sentence = SafeText.line(sentence);
    }

    public SafeText sentence() {
        return sentence;
    }
}
