package lanline.app;

/** The program can't start; the message says why and what to do. Status 1. */
final class StartupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    StartupException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
