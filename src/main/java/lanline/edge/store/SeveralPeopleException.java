package lanline.edge.store;

import lanline.core.text.SafeText;

/** A conversation was asked for by a name that several people bore; the message says who. */
final class SeveralPeopleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SafeText sentence;

    SeveralPeopleException(SafeText sentence) {
        super(sentence.value());
        this.sentence = sentence;
    }

    SafeText sentence() {
        return sentence;
    }
}
