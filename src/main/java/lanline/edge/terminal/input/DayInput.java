package lanline.edge.terminal.input;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day as people write it, always one that was. Pure. */
public final class DayInput {
    /** What is understood, for a sentence. */
    public static final String EXAMPLES = "2026-11-20, 20.11.2026, 20.11., yesterday, monday";

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.?");

    /** Fewer letters are the beginning of two weekdays. */
    private static final int SHORTEST_WEEKDAY = 2;

    /** The 29th of February is at most that far back. */
    private static final int YEARS_BACK = 8;

    private DayInput() {}

    /** The day that is meant; a weekday is the last one before {@code today}. Empty if it is none. */
    public static Optional<LocalDate> parse(String typed, LocalDate today) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "today" -> Optional.of(today);
            case "yesterday" -> Optional.of(today.minusDays(1));
            default -> date(text, today).or(() -> weekday(text, today));
        };
    }

    private static Optional<LocalDate> date(String text, LocalDate today) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1));
        }
        Matcher withoutYear = WITHOUT_YEAR.matcher(text);
        return withoutYear.matches() ? last(number(withoutYear, 2), number(withoutYear, 1), today) : Optional.empty();
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The last one that is not in the future. */
    private static Optional<LocalDate> last(int month, int day, LocalDate today) {
        for (int year = today.getYear(); year > today.getYear() - YEARS_BACK; year--) {
            Optional<LocalDate> found = day(year, month, day);
            if (found.isPresent() && !found.get().isAfter(today)) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> weekday(String text, LocalDate today) {
        List<DayOfWeek> meant = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(text))
                .toList();
        return text.length() >= SHORTEST_WEEKDAY && meant.size() == 1
                ? Optional.of(today.with(TemporalAdjusters.previous(meant.get(0))))
                : Optional.empty();
    }
}
