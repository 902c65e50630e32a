package lanline.core.secure.noise;

/** The other side sent what can't be accepted; the message is a sentence for the log. Inside this package: outside it is {@link Reading.Refused}. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
