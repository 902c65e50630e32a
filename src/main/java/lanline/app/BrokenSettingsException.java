package lanline.app;

/** A settings file can't be understood; the message says where and why. */
final class BrokenSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    BrokenSettingsException(String whereAndWhy) {
        super(whereAndWhy);
        this.sentence = whereAndWhy;
    }

    String sentence() {
        return sentence;
    }
}
