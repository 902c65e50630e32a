package lanline.core.dialect.json;

/** What a stranger sent is not the JSON that was expected; the message says why, without quoting it. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    MalformedJsonException(String why) {
        super(why);
        this.why = why;
    }

    /** Never null, unlike that of other exceptions. */
    @Override
    public String getMessage() {
        return why;
    }
}
