package lanline.edge.terminal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days as people write them. Today is Saturday, 21 November 2026. */
class DayInputTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static void assertDay(String day, String typed) {
        assertEquals(Optional.of(LocalDate.parse(day)), DayInput.parse(typed, TODAY), typed);
    }

    @Test
    void wholeDatesAreReadInBothOrders() {
        assertDay("2026-11-20", "2026-11-20");
        assertDay("2026-11-20", " 20.11.2026 ");
        assertDay("2025-01-02", "2.1.2025");
        assertDay("2025-01-02", "2025-1-2");
    }

    @Test
    void aDateWithoutAYearIsTheLastOneThatWas() {
        assertDay("2026-11-20", "20.11.");
        assertDay("2026-11-21", "21.11");
        assertDay("2025-11-22", "22.11.");
        assertDay("2024-02-29", "29.2.");
    }

    @Test
    void wordsAreReadInAnyCase() {
        assertDay("2026-11-21", "today");
        assertDay("2026-11-20", "Yesterday");
        assertDay("2026-11-20", "friday");
        assertDay("2026-11-16", "mon");
        assertDay("2026-11-14", "SATURDAY");
    }

    @Test
    void everyExampleIsUnderstood() {
        for (String example : DayInput.EXAMPLES.split(", ")) {
            assertEquals(true, DayInput.parse(example, TODAY).isPresent(), example);
        }
    }

    @Test
    void whatIsNoDayIsNone() {
        for (String wrong :
                List.of("", " ", "31.11.2026", "29.2.2026", "2026-13-01", "0.1.", "t", "s", "tomorrow", "1", "20/11")) {
            assertEquals(Optional.empty(), DayInput.parse(wrong, TODAY), wrong);
        }
    }
}
