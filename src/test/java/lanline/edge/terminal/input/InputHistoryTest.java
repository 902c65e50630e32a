package lanline.edge.terminal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputHistoryTest {
    private final InputHistory history = new InputHistory();

    @Test
    void goesBackToTheOldestAndForwardToWhatWasBegun() {
        history.add("one");
        history.add("two");
        assertEquals(Optional.of("two"), history.older("begun"));
        assertEquals(Optional.of("one"), history.older("two"));
        assertEquals(Optional.empty(), history.older("one"));
        assertEquals(Optional.of("two"), history.newer());
        assertEquals(Optional.of("begun"), history.newer());
        assertEquals(Optional.empty(), history.newer());
    }

    @Test
    void remembersARepeatedInputOnce() {
        history.add("one");
        history.add("one");
        assertEquals(Optional.of("one"), history.older(""));
        assertEquals(Optional.empty(), history.older("one"));
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        for (int i = 0; i < 300; i++) {
            history.add("input " + i);
        }
        String oldest = "";
        for (Optional<String> older = history.older(""); older.isPresent(); older = history.older("")) {
            oldest = older.get();
        }
        assertEquals("input 100", oldest);
    }
}
