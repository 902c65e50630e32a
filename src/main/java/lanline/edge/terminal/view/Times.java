package lanline.edge.terminal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Times and days as the screen writes them, in the reader's zone. English like all of the program; the JDK's own formatter
 * would load its locale data on the way to the first frame.
 */
public final class Times {
    private Times() {}

    public static String minutes(Instant time, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        return two(local.getHour()) + ":" + two(local.getMinute());
    }

    static String seconds(Instant time, ZoneId zone) {
        return minutes(time, zone) + ":"
                + two(LocalDateTime.ofInstant(time, zone).getSecond());
    }

    static LocalDate day(Instant time, ZoneId zone) {
        return LocalDate.ofInstant(time, zone);
    }

    static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** {@code Friday 20 November}, with the year where it is not {@code thisYear}. */
    public static String dayName(LocalDate day, int thisYear) {
        String name = capital(day.getDayOfWeek().name()) + " " + day.getDayOfMonth() + " "
                + capital(day.getMonth().name());
        return day.getYear() == thisYear ? name : name + " " + day.getYear();
    }

    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
