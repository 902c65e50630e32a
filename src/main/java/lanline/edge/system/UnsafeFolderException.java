package lanline.edge.system;

import lanline.core.text.SafeText;

/** A folder is there, but not for its user alone; the sentence says how to mend that. */
final class UnsafeFolderException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SafeText sentence;

    UnsafeFolderException(String sentence) {
        super(sentence);
        this.sentence = SafeText.line(sentence);
    }

    SafeText sentence() {
        return sentence;
    }
}
