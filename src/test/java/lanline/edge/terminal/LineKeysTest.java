package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lanline.core.command.Names;
import lanline.edge.terminal.LineKeys.Wish;
import org.junit.jupiter.api.Test;

/** The keys of the one line in --plain. */
class LineKeysTest {
    private final LineKeys keys = new LineKeys(() -> new Names(Screens.ECE, List.of("ali", "alina", "berk")));

    private Wish press(String... names) {
        Wish wish = Wish.NOTHING;
        for (String name : names) {
            wish = keys.press(name);
        }
        return wish;
    }

    @Test
    void theKeysThatEditAreThoseOfTheFullScreen() {
        keys.type("one two three");
        press("Ctrl-W", "Ctrl-A");
        keys.type("X");
        press("Right", "Delete");
        assertEquals("Xoe two ", keys.text());
        press("Ctrl-U", "Ctrl-_");
        assertEquals("Xoe two ", keys.text());
    }

    @Test
    void tabCompletesNamesAndTheNextOneByOne() {
        keys.type("/msg al");
        press("Tab");
        assertEquals("/msg ali ", keys.text());
        press("Tab");
        assertEquals("/msg alina ", keys.text());
        press("Shift-Tab");
        assertEquals("/msg ali ", keys.text());
    }

    @Test
    void enterEndsTheLineAndUpBringsItBack() {
        keys.type("hello");
        assertEquals(Wish.LINE, press("Enter"));
        assertEquals("hello", keys.take());
        assertEquals("", keys.text());
        press("Up");
        assertEquals("hello", keys.text());
    }

    @Test
    void ctrlCClearsAndOnAnEmptyLineItEndsAsCtrlDDoes() {
        keys.type("hello");
        assertEquals(Wish.NOTHING, press("Ctrl-C"));
        assertEquals("", keys.text());
        assertEquals(Wish.END, press("Ctrl-C"));
        assertEquals(Wish.END, press("Ctrl-D"));
        assertEquals(Wish.END, press("Ctrl-Q"));
    }

    @Test
    void helpIsTheCommandUnlessSomethingIsBegun() {
        assertEquals(Wish.LINE, press("F1"));
        assertEquals("/help", keys.take());
        keys.type("x");
        assertEquals(Wish.NOTHING, press("F1"));
        assertEquals("x", keys.text());
    }

    @Test
    void ctrlZSuspendsAndCtrlLSaysTheLineAgain() {
        assertEquals(Wish.SUSPEND, press("Ctrl-Z"));
        assertEquals(Wish.AGAIN, press("Ctrl-L"));
    }
}
