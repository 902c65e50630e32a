package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lanline.core.event.UserCommand.LoadOlder;
import lanline.core.event.UserCommand.ViewMoved;
import lanline.core.screen.Line;
import lanline.core.text.SafeText;
import lanline.edge.terminal.tty.Key;
import org.junit.jupiter.api.Test;

/** Scrollback stays where it is, whatever comes. */
class ScrollingTest {
    private static Screens numbered(int count) {
        Screens screens = Screens.talk();
        for (int i = 1; i <= count; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", "line " + i);
        }
        return screens;
    }

    private static String top(TestWindow window) {
        return window.picture().row(1).replaceAll(".*│ ", "");
    }

    private static String bottom(TestWindow window) {
        return window.picture().row(17).replaceAll(".*│ ", "");
    }

    @Test
    void theNewestLinesAreInViewAtFirst() {
        TestWindow window = new TestWindow(60, 20, numbered(100).screen());
        assertEquals("line 84", top(window));
        assertEquals("line 100", bottom(window));
    }

    @Test
    void aPageBackKeepsOneLineInViewAndCountsThoseBelow() {
        TestWindow window = new TestWindow(60, 20, numbered(100).screen()).press("PgUp");
        assertEquals("line 84", bottom(window));
        assertTrue(window.status().contains("▼ 16 below"), window.status());
        assertEquals("line 100", bottom(window.press("PgDn")));
        assertFalse(window.status().contains("below"), window.status());
    }

    @Test
    void shiftArrowsScrollByOneRow() {
        TestWindow window = new TestWindow(60, 20, numbered(100).screen()).press("Shift-Up", "Shift-Up");
        assertEquals("line 98", bottom(window));
        assertEquals("line 99", bottom(window.press("Shift-Down")));
    }

    @Test
    void whatComesMeanwhileDoesNotMoveTheView() {
        Screens screens = numbered(100);
        TestWindow window = new TestWindow(60, 20, screens.screen()).press("PgUp");
        String before = window.text();
        for (int i = 0; i < 5; i++) {
            window.show(screens.from("ali", "2020-11-21T10:01:00Z", "new").screen());
        }
        assertEquals(before.replace("▼ 16 below", "▼ 21 below"), window.text());
    }

    @Test
    void olderLinesComeInAboveAndDoNotMoveTheView() {
        Screens screens = numbered(40).hasOlder();
        TestWindow window = new TestWindow(60, 20, screens.screen()).press("Alt-Home");
        assertEquals("line 16", bottom(window));
        assertEquals(1, window.sent(LoadOlder.class).size());
        window.press("PgUp", "PgUp");
        assertEquals(1, window.sent(LoadOlder.class).size(), "asked once for one answer");

        List<Line> older = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            older.add(new Line.Said(Instant.parse("2020-11-21T09:00:00Z"), SafeText.line("older " + i), false));
        }
        window.show(screens.withOlder(older).screen());
        assertEquals("line 16", bottom(window));
        assertEquals("older 49", top(window));
        window.press("Alt-Home");
        assertEquals(2, window.sent(LoadOlder.class).size());
    }

    @Test
    void theEndsAreOneKeyAway() {
        TestWindow window = new TestWindow(60, 20, numbered(100).screen()).press("Alt-Home");
        assertEquals("line 1", window.picture().row(2).replaceAll(".*│ ", ""));
        assertEquals("line 100", bottom(window.press("Alt-End")));
    }

    @Test
    void aLargerWindowIsFilledFromBelow() {
        TestWindow window = new TestWindow(60, 20, numbered(40).screen()).press("Alt-Home");
        window.resize(60, 30);
        assertEquals("line 26", window.picture().row(27).replaceAll(".*│ ", ""));
    }

    @Test
    void aSmallerWindowShowsAgainWhatItShowedBefore() {
        TestWindow window = new TestWindow(60, 20, numbered(40).screen()).press("PgUp", "Shift-Up");
        String before = window.text();
        window.resize(60, 60);
        assertEquals("line 40", window.picture().row(41).replaceAll(".*│ ", ""));
        assertEquals(before, window.resize(60, 20).text());
        assertEquals(before, window.resize(9, 2).resize(60, 20).text());
    }

    @Test
    void theMessageAtTheBottomStaysThereHoweverItIsWrapped() {
        Screens screens = Screens.talk();
        for (int i = 1; i <= 40; i++) {
            screens.from("ali", "2020-11-21T10:00:00Z", "m" + i + " " + "word ".repeat(30));
        }
        TestWindow window = new TestWindow(60, 20, screens.screen()).press("PgUp", "PgUp", "Shift-Up");
        String before = window.text();
        String message = bottomMessage(window);
        assertEquals(message, bottomMessage(window.resize(50, 20)));
        assertEquals(before, window.resize(60, 20).text());
    }

    /** The last message that begins in view. */
    private static String bottomMessage(TestWindow window) {
        List<String> begun =
                window.text().lines().filter(row -> row.contains("│ m")).toList();
        return begun.get(begun.size() - 1).replaceAll(".*│ (m[0-9]+) .*", "$1");
    }

    @Test
    void aFewLinesDoNotScroll() {
        TestWindow window = new TestWindow(60, 20, numbered(3).screen());
        String before = window.text();
        assertEquals(
                before,
                window.press("PgUp", "Shift-Up", "Alt-Home", "PgDn", "Shift-Down")
                        .text());
    }

    @Test
    void eachConversationIsScrolledForItself() {
        Screens ali = numbered(100);
        TestWindow window = new TestWindow(60, 20, ali.screen()).press("PgUp");
        window.show(numbered(5).in("berk-id", "berk").screen());
        window.show(ali.screen());
        assertEquals("line 84", bottom(window));
    }

    @Test
    void whetherTheLiveEndIsInSightIsToldWhenItChanges() {
        TestWindow window = new TestWindow(60, 20, numbered(100).screen());
        window.press("PgUp", "PgUp", "Alt-End", "F2", "Esc");
        window.give(new Key.Focus(false)).give(new Key.Focus(true));
        assertEquals(
                List.of(true, false, true, false, true, true, true),
                window.sent(ViewMoved.class).stream().map(ViewMoved::atLiveEnd).toList());
        assertEquals(
                List.of(true, true, true, true, true, false, true),
                window.sent(ViewMoved.class).stream().map(ViewMoved::focused).toList());
    }

    @Test
    void anotherConversationIsToldAsInSight() {
        TestWindow window = new TestWindow(60, 20, numbered(2).screen());
        window.show(numbered(2).in("berk-id", "berk").screen());
        assertEquals(
                List.of("ali-id", "berk-id"),
                window.sent(ViewMoved.class).stream()
                        .map(moved -> moved.conversation().text())
                        .toList());
    }

    @Test
    void tenThousandLinesScrollToTheirBeginningAndBack() {
        TestWindow window = new TestWindow(60, 20, numbered(10_000).screen());
        assertEquals("line 16", bottom(window.press("Alt-Home")));
        assertTrue(window.status().contains("▼ 9984 below"), window.status());
        assertEquals("line 10000", bottom(window.press("Alt-End")));
    }
}
