package lanline.core.command;

/** A field of a command in {@code --json} has a value that it can't have; the message is the sentence that says so. */
public final class WrongFieldException extends Exception {
    private static final long serialVersionUID = 1;

    public WrongFieldException(String sentence) {
        super(sentence);
    }
}
