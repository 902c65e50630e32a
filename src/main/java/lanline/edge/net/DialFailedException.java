package lanline.edge.net;

import lanline.core.text.SafeText;

/** A connection could not be made; the reason is a sentence for people. */
final class DialFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SafeText reason;

    DialFailedException(SafeText reason) {
        super(reason.value());
        this.reason = reason;
    }

    SafeText reason() {
        return reason;
    }
}
