package lanline.core.secure;

/** A stored box can't be one of ours, or asks for more than a chat has; the message is a half-sentence for people. */
public final class UnusableBoxException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableBoxException(String message) {
        super(message);
    }
}
