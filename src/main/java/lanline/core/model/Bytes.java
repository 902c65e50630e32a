package lanline.core.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Immutable bytes: what came in or goes out on a wire. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Takes a copy: the caller may reuse its buffer. */
    public static Bytes copyOf(byte[] source, int from, int to) {
        return new Bytes(Arrays.copyOfRange(source, from, to));
    }

    public static Bytes copyOf(byte[] source) {
        return new Bytes(source.clone());
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return content.length;
    }

    public byte at(int index) {
        return content[index];
    }

    public Bytes slice(int from, int to) {
        return copyOf(content, from, to);
    }

    public byte[] toArray() {
        return content.clone();
    }

    /** Copies these bytes to {@code target} at {@code offset}. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(content, 0, target, offset, content.length);
    }

    /** Decodes leniently: what is no UTF-8 becomes U+FFFD. */
    public String toText() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
