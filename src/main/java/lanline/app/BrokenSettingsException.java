package lanline.app;

/** A settings file can't be understood; the message says where and why. */
final class BrokenSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenSettingsException(String whereAndWhy) {
        super(whereAndWhy);
    }
}
