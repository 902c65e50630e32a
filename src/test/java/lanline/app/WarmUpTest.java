package lanline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lanline.core.screen.Line;
import lanline.core.screen.Lines;
import lanline.core.screen.Screen;
import org.junit.jupiter.api.Test;

/** What warms the way of a message up has to go that way. */
class WarmUpTest {
    @Test
    void theTwoSeeEachOtherAndEachMessageArrivesAndIsDelivered() throws IOException {
        Screen screen = WarmUp.run(Map.of("TERM", "xterm-256color"));
        assertEquals("ali", screen.transcript().title().name().value());
        assertEquals(
                List.of("up?: DELIVERED", "up again: RECEIVED"),
                lastTwo(screen.transcript().lines()));
        assertEquals(0, screen.activity().waiting());
        assertEquals(0, screen.activity().failed());
    }

    private static List<String> lastTwo(Lines lines) {
        return IntStream.of(lines.size() - 2, lines.size() - 1)
                .mapToObj(lines::get)
                .map(line -> ((Line.Message) line).message())
                .map(message -> message.text() + ": " + message.delivery().state())
                .toList();
    }
}
