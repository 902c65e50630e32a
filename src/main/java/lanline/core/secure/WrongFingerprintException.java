package lanline.core.secure;

import lanline.core.text.SafeText;

/** What somebody typed is no fingerprint; the sentence says where it is wrong. */
public final class WrongFingerprintException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SafeText sentence;

    WrongFingerprintException(String sentence) {
        super(sentence);
        this.sentence = SafeText.line(sentence);
    }

    public SafeText sentence() {
        return sentence;
    }
}
