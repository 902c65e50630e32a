package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lanline.core.model.Presence;
import lanline.core.model.Speaks;
import org.junit.jupiter.api.Test;

/** The details of the person one talks with, at the right of a wide window. */
class DetailsTest {
    /** The rows of the details pane, blanks at their ends left out. */
    private static String details(TestWindow window) {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row < Math.min(30, window.text().lines().count() - 2); row++) {
            String text = window.picture().row(row);
            int border = text.lastIndexOf('│');
            String pane = text.length() > border + 1 && border > 90 ? text.substring(border + 2) : "";
            rows.append(pane.strip()).append('\n');
        }
        return rows.toString().strip();
    }

    private static TestWindow wide(Screens screens) {
        return new TestWindow(120, 40, screens.screen());
    }

    @Test
    void theyNameStateAddressesProtocolSecurityCountsAndId() {
        TestWindow window = wide(
                Screens.asInTheSpecification().with("ali", Presence.AWAY, Speaks.COURSE_2024, "10.0.0.2", "10.0.1.2"));
        assertEquals("""
                DETAILS
                ali
                away since 12:00
                at 10.0.0.2:6001
                at 10.0.1.2:6001
                speaks the course
                program's protocol
                of 2024
                encrypted, not yet
                verified
                2 sent, 4 received
                has no key: nothing
                proves who it is;
                id ali@10.0.0.2""", details(window));
    }

    @Test
    void whoIsNotHereAndNobodyAtAllAreSaidSo() {
        assertTrue(details(wide(Screens.asInTheSpecification())).contains("ali\nnot here\nlast at 10.0.0.2"));
        assertTrue(details(new TestWindow(120, 40, Screens.STARTING)).contains("No conversation is"));
    }

    @Test
    void messagesAreCountedAsTheyComeAndOlderOnesWhenTheyAreLoaded() {
        Screens screens = Screens.asInTheSpecification().hasOlder();
        TestWindow window = wide(screens);
        assertTrue(details(window).contains("2 sent, 4 received,\nolder ones not\nloaded"), details(window));
        screens.from("ali", "2020-11-21T12:56:00Z", "hm").said("2020-11-21T12:56:00Z", "berk is here", false);
        assertTrue(details(window.show(screens.screen())).contains("2 sent, 5 received"), details(window));
        window.show(screens.in("berk-id", "berk").screen());
        assertTrue(details(window).contains("0 sent, 0 received"), details(window));
    }

    @Test
    void f8HidesAndShowsThemAndSaysWhereTheyHaveNoRoom() {
        TestWindow window = wide(Screens.asInTheSpecification());
        String before = window.text();
        assertFalse(window.press("F8").text().contains("DETAILS"));
        assertEquals(before, window.press("F8").text());
        window.resize(80, 24).press("F8");
        assertTrue(window.status().startsWith("The details need a window 110 columns wide"), window.status());
    }

    @Test
    void whatHasNoRoomIsMarkedAsCut() {
        Screens screens = Screens.asInTheSpecification()
                .with(
                        "ali",
                        Presence.ONLINE,
                        Speaks.LANLINE,
                        "10.0.0.2",
                        "10.0.1.2",
                        "10.0.2.2",
                        "10.0.3.2",
                        "10.0.4.2");
        TestWindow window = new TestWindow(120, 16, screens.screen());
        assertTrue(details(window).endsWith("…"), details(window));
    }
}
