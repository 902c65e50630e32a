package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import lanline.core.model.Delivery;
import lanline.core.model.Presence;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.ColorDepth;
import lanline.edge.terminal.tty.Key;
import lanline.edge.terminal.tty.TtyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole window costs on the wire at 120x40: bytes and writes, the figures that were asked for. */
class WrittenBytesTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 120;
    private static final String FRAME_BEGINS = "\u001b[?2026h";
    private static final String FRAME_ENDS = "\u001b[?2026l";

    @TempDir
    Path folder;

    private Screens talk = fullTalk();
    private TtyFile file;
    private TtySurface surface;
    private ChatWindow window;

    /** As many messages as fit, of the usual length. */
    private static Screens fullTalk() {
        Screens screens = Screens.talk();
        for (int i = 0; i < 60; i++) {
            String time = "2020-11-21T12:%02d:%02dZ".formatted(i, i);
            if (i % 3 == 0) {
                screens.own(time, "did you try port " + i + " of the other switch?", Delivery.QUEUED);
            } else {
                screens.from("ali", time, "no, number " + i + " is the one with the lights");
            }
        }
        return screens.person("ali", 2, Presence.ONLINE, false, 0, false)
                .person("berk", 3, Presence.ONLINE, false, 2, false)
                .person("can", 4, Presence.ONLINE, false, 0, false)
                .person("deniz", 0, Presence.AWAY, false, 0, false)
                .person("eren", 0, Presence.ONLINE, true, 0, false)
                .person("fatma", 5, Presence.ONLINE, false, 0, false);
    }

    @BeforeEach
    void open() throws IOException {
        file = new TtyFile(folder, ROWS, COLUMNS, true);
        surface = new TtySurface(file.tty(), ColorDepth.INDEXED256);
        InstantSource clock = () -> Instant.parse("2020-11-21T13:00:00Z");
        WindowSettings settings = new WindowSettings(
                new Themes(List.of(), ColorDepth.INDEXED256),
                new Detected(ColorDepth.INDEXED256, true, false),
                clock,
                ZoneOffset.UTC,
                "0.1.0",
                failure -> {
                    throw new AssertionError(failure);
                });
        window = new ChatWindow(command -> true, settings, talk.screen());
        surface.start();
    }

    @AfterEach
    void close() {
        surface.stop();
    }

    private record Written(String text, int writes) {
        int bytes() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private Written frame() throws IOException {
        int before = file.writes();
        window.draw(surface.canvas());
        surface.refresh(false);
        return new Written(file.written(), file.writes() - before);
    }

    private static void assertFrame(Written written, int mostBytes) {
        assertTrue(written.bytes() <= mostBytes, written.bytes() + " bytes: " + written.text());
        assertEquals(1, written.writes(), "a frame is one write");
        assertEquals(1, written.text().split("\\[\\?2026h", -1).length - 1, "between one pair of marks");
        assertTrue(written.text().contains(FRAME_BEGINS) && written.text().endsWith(FRAME_ENDS), written.text());
    }

    @Test
    void theFirstFrameIsOneWriteOfAtMostFiveThousandBytes() throws IOException {
        Written first = frame();
        assertFrame(first, 5_000);
        assertTrue(file.picture().contains("number 59 is the one"), file.picture());
    }

    @Test
    void aNewSizeIsOneWriteOfAtMostFiveThousandBytes() throws IOException {
        frame();
        for (int[] size : new int[][] {{36, 110}, {40, 120}, {24, 80}, {40, 120}, {16, 50}, {3, 15}, {40, 120}}) {
            file.resize(size[0], size[1]);
            surface.resize(size[0], size[1]);
            assertFrame(frame(), 5_000);
        }
    }

    @Test
    void aTypedKeyIsAtMostSixteenBytesWithoutMarks() throws IOException {
        frame();
        for (String key : List.of("h", "e", "y", " ", "ş", "中", "x", "👍", "y", "e\u0301")) {
            window.press(new Key.Typed(key));
            Written written = frame();
            assertTrue(written.bytes() <= 16, key + ": " + written.bytes() + " bytes: " + written.text());
            assertFalse(written.text().contains(FRAME_BEGINS), written.text());
            assertEquals(1, written.writes(), written.text());
        }
        for (String name : List.of("Backspace", "Left", "Left", "Home", "End")) {
            window.press(Keys.named(name));
            Written written = frame();
            assertTrue(written.bytes() <= 16, name + ": " + written.bytes() + " bytes: " + written.text());
        }
    }

    @Test
    void aMessageBesideASidebarIsOneWriteOfAtMostFourHundredBytes() throws IOException {
        frame();
        window.press(Keys.named("F8"));
        frame();
        assertMessages(400);
    }

    /** The terminal moves whole rows: the details have to be written again as the sidebar has. */
    @Test
    void withTheDetailsOnTheOtherSideItIsAtMostSixHundred() throws IOException {
        frame();
        assertMessages(600);
    }

    @Test
    void inASmallerWindowAMessageIsAtMostFourHundredBytesToo() throws IOException {
        file.resize(24, 80);
        surface.resize(24, 80);
        frame();
        assertMessages(400);
    }

    private void assertMessages(int mostBytes) throws IOException {
        for (int i = 0; i < 5; i++) {
            talk.from(
                    "ali", "2020-11-21T13:00:0" + i + "Z", "and this is message number " + i + ", of the usual length");
            window.show(talk.screen());
            assertFrame(frame(), mostBytes);
        }
        String moved = file.picture();
        surface.refresh(true);
        file.written();
        assertEquals(moved, file.picture(), "the difference leads where a complete drawing leads");
    }

    @Test
    void nothingNewIsNotAByte() throws IOException {
        frame();
        window.show(talk.screen());
        assertEquals(0, frame().bytes());
    }
}
