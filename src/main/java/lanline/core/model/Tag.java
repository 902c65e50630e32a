package lanline.core.model;

/** What a front end attached to a command; the events that answer it carry it again. */
public record Tag(String text) {
    public static final Tag NONE = new Tag("");

    public boolean isNone() {
        return text.isEmpty();
    }
}
