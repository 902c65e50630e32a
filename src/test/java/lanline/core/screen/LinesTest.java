package lanline.core.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    private int made;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theySayWhatAPlainListWouldWhateverIsDoneToThem(long seed) {
        Random random = new Random(seed);
        Lines lines = Lines.NONE;
        List<Line> plain = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            Lines before = lines;
            List<Line> plainBefore = List.copyOf(plain);
            lines = step(random, lines, plain);
            assertEquals(plain, Stage.list(lines), "step " + step);
            assertEquals(plainBefore, Stage.list(before), "what it was made from, step " + step);
        }
    }

    /** The same step to both. */
    private Lines step(Random random, Lines lines, List<Line> plain) {
        switch (random.nextInt(4)) {
            case 0 -> {
                return appended(lines, plain, random.nextInt(300));
            }
            case 1 -> {
                List<Line> older = fresh(random.nextInt(200));
                plain.addAll(0, older);
                return lines.after(older);
            }
            case 2 -> {
                int count = random.nextInt(Math.min(plain.size(), 350) + 1);
                plain.subList(0, count).clear();
                return lines.withoutFirst(count);
            }
            default -> {
                return replaced(random, lines, plain);
            }
        }
    }

    private Lines appended(Lines lines, List<Line> plain, int count) {
        Lines longer = lines;
        for (Line line : fresh(count)) {
            plain.add(line);
            longer = longer.plus(line);
        }
        return longer;
    }

    private Lines replaced(Random random, Lines lines, List<Line> plain) {
        if (plain.isEmpty()) {
            return lines;
        }
        int index = random.nextInt(plain.size());
        Line other = fresh(1).get(0);
        plain.set(index, other);
        return lines.with(index, other);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aLineKeepsItsKeyWhileLinesComeAndGoAtBothEnds(long seed) {
        Random random = new Random(seed);
        Line marked = fresh(1).get(0);
        Lines lines = Lines.NONE.after(fresh(200)).plus(marked);
        long key = lines.firstKey() + 200;
        int before = 200;
        for (int step = 0; step < 40; step++) {
            int older = random.nextInt(150);
            int gone = random.nextInt(before + older + 1);
            lines = lines.plus(fresh(1).get(0)).after(fresh(older)).withoutFirst(gone);
            before += older - gone;
            assertSame(marked, lines.get((int) (key - lines.firstKey())));
        }
    }

    @Test
    void twoListsGrownFromOneDoNotSeeEachOthersLines() {
        Lines one = Lines.NONE.after(fresh(130));
        Line left = fresh(1).get(0);
        Line right = fresh(1).get(0);
        Lines first = one.plus(left);
        Lines second = one.plus(right);
        assertSame(left, first.get(130));
        assertSame(right, second.get(130));
        assertEquals(130, one.size());
    }

    @Test
    void keysGoOnWhereAllWasForgotten() {
        Lines empty = Lines.NONE.after(fresh(3)).plus(fresh(1).get(0)).withoutFirst(4);
        assertEquals(0, empty.size());
        assertEquals(1, empty.firstKey());
        assertEquals(List.of(), Stage.list(empty));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5})
    void aPlaceThatDoesNotExistIsABugOfTheCaller(int index) {
        Lines lines = Lines.NONE.after(fresh(12)).withoutFirst(7);
        assertThrows(IndexOutOfBoundsException.class, () -> lines.get(index));
        assertThrows(IndexOutOfBoundsException.class, () -> lines.with(index, fresh(1).get(0)));
    }

    @Test
    void moreThanIsThereCannotBeForgotten() {
        Lines lines = Lines.NONE.after(fresh(12));
        assertThrows(IndexOutOfBoundsException.class, () -> lines.withoutFirst(13));
        assertThrows(IndexOutOfBoundsException.class, () -> lines.withoutFirst(-1));
    }

    private List<Line> fresh(int count) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(Stage.said("line " + made++));
        }
        return lines;
    }
}
