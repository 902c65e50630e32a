package lanline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lanline.core.event.Event;
import org.junit.jupiter.api.Test;

/** An event kind that nobody hears is a mistake: it is told in vain, or somebody forgot to listen. */
class EventsAreHeardTest {
    private static final Pattern SUBSCRIPTION = Pattern.compile("subscribe\\(\\s*(?:\\w+\\.)*(\\w+)\\.class");

    @Test
    void everyKindOfEventHasAListener() {
        Set<String> unheard = new TreeSet<>(kinds());
        unheard.removeAll(heard());
        assertEquals(Set.of(), unheard);
    }

    private static Set<String> kinds() {
        JavaClasses events = new ClassFileImporter().importPackages("lanline.core.event");
        Set<String> kinds = events.stream()
                .filter(type -> type.isRecord() && type.isAssignableTo(Event.class))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        assertTrue(kinds.size() > 50, () -> "the events were not found: " + kinds);
        return kinds;
    }

    private static Set<String> heard() {
        Path sources = Path.of(System.getProperty("lanline.checkout", "."), "src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Set<String> heard = new TreeSet<>();
            for (Path file : java) {
                Matcher matcher = SUBSCRIPTION.matcher(Files.readString(file));
                while (matcher.find()) {
                    heard.add(matcher.group(1));
                }
            }
            return heard;
        } catch (IOException unreadable) {
            throw new IllegalStateException("the sources can't be read", unreadable);
        }
    }
}
