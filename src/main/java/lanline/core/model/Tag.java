package lanline.core.model;

import org.jspecify.annotations.Nullable;

/** What a front end attached to a command; the events that answer it carry it again. */
public record Tag(String text) {
    private static final String INTERNAL = "\0";

    public static final Tag NONE = new Tag("");

    /** For requests of the program's own, whose answers no front end is waiting for; nobody can type such a tag. */
    public static Tag internal(String name) {
        return new Tag(INTERNAL + name);
    }

    public boolean isInternal() {
        return text.startsWith(INTERNAL);
    }

    public boolean isNone() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tag that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
