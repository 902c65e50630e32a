package lanline.core.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A long immutable list of lines that shares its memory with the list that it was made from: to append costs a chunk, not the list.
 *
 * <p>Each line has a key, {@link #firstKey} plus its index, that stays the same while lines are added at either end.
 */
public final class Lines {
    public static final Lines NONE = new Lines(new Line[0][], 0, 0, 0);

    /** Lines a chunk: to append copies one chunk and a pointer for each other one. */
    private static final int CHUNK = 128;

    private final Line[][] chunks;
    private final int skipped;
    private final int size;
    private final long firstKey;

    private Lines(Line[][] chunks, int skipped, int size, long firstKey) {
        this.chunks = chunks;
        this.skipped = skipped;
        this.size = size;
        this.firstKey = firstKey;
    }

    public int size() {
        return size;
    }

    /** The key of line 0. */
    public long firstKey() {
        return firstKey;
    }

    public Line get(int index) {
        int at = Objects.checkIndex(index, size) + skipped;
        return chunks[at / CHUNK][at % CHUNK];
    }

    public Lines plus(Line line) {
        int end = skipped + size;
        int chunk = end / CHUNK;
        Line[][] copy = Arrays.copyOf(chunks, chunk + 1);
        Line[] last = chunk < chunks.length ? Arrays.copyOf(chunks[chunk], end % CHUNK + 1) : new Line[1];
        last[end % CHUNK] = line;
        copy[chunk] = last;
        return new Lines(copy, skipped, size + 1, firstKey);
    }

    public Lines with(int index, Line line) {
        int at = Objects.checkIndex(index, size) + skipped;
        Line[][] copy = chunks.clone();
        copy[at / CHUNK] = chunks[at / CHUNK].clone();
        copy[at / CHUNK][at % CHUNK] = line;
        return new Lines(copy, skipped, size, firstKey);
    }

    /** Puts older lines in front; the keys of those that were there stay. */
    public Lines after(List<? extends Line> older) {
        int all = older.size() + size;
        Line[][] fresh = new Line[(all + CHUNK - 1) / CHUNK][];
        for (int chunk = 0; chunk < fresh.length; chunk++) {
            fresh[chunk] = new Line[Math.min(CHUNK, all - chunk * CHUNK)];
        }
        for (int i = 0; i < all; i++) {
            fresh[i / CHUNK][i % CHUNK] = i < older.size() ? older.get(i) : get(i - older.size());
        }
        return new Lines(fresh, 0, all, firstKey - older.size());
    }

    /** Forgets the first {@code count} lines. */
    public Lines withoutFirst(int count) {
        Objects.checkFromToIndex(count, size, size);
        int whole = (skipped + count) / CHUNK;
        Line[][] rest = Arrays.copyOfRange(chunks, whole, chunks.length);
        return new Lines(rest, (skipped + count) % CHUNK, size - count, firstKey + count);
    }
}
