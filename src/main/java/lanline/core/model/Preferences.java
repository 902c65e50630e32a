package lanline.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody has set; the usual value for all that nobody did. Immutable. */
public final class Preferences {
    public static final Preferences USUAL = new Preferences(new EnumMap<>(Setting.class));

    private final EnumMap<Setting, String> values;

    private Preferences(EnumMap<Setting, String> values) {
        this.values = values;
    }

    /** Somebody whose messages are not shown; {@code name}: as it was when that was asked for, or empty. */
    public record Ignored(PeerId id, String name) {
        private String text() {
            return name.isEmpty() ? id.text() : id.text() + " " + name;
        }
    }

    public String value(Setting setting) {
        return values.getOrDefault(setting, setting.usual());
    }

    /** Whether the value is this word. */
    public boolean is(Setting setting, String word) {
        return value(setting).equals(word);
    }

    public boolean isOn(Setting setting) {
        return is(setting, "on");
    }

    /**
     * The same with another value.
     *
     * @throws IllegalArgumentException if {@code value} is not allowed: see {@link Setting#read}
     */
    public Preferences with(Setting setting, String value) {
        String read = setting.read(value)
                .orElseThrow(() -> new IllegalArgumentException(setting.key() + " can't be " + value));
        EnumMap<Setting, String> changed = new EnumMap<>(values);
        changed.put(setting, read);
        return new Preferences(changed);
    }

    /** The words that count as a mention, beside the own name. */
    public List<String> highlights() {
        return list(Setting.HIGHLIGHT);
    }

    public List<Ignored> ignored() {
        List<Ignored> people = new ArrayList<>();
        for (String entry : list(Setting.IGNORE)) {
            int blank = entry.indexOf(' ');
            String id = blank < 0 ? entry : entry.substring(0, blank);
            people.add(new Ignored(new PeerId(id), blank < 0 ? "" : entry.substring(blank + 1)));
        }
        return people;
    }

    /** Of those whose messages are not shown. */
    public Set<PeerId> ignoredIds() {
        return value(Setting.IGNORE).isEmpty()
                ? Set.of()
                : ignored().stream().map(Ignored::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Names are kept without the comma that parts them. */
    public Preferences withIgnored(List<Ignored> people) {
        return with(
                Setting.IGNORE,
                people.stream().map(one -> one.text().replace(',', '_')).collect(Collectors.joining(", ")));
    }

    private List<String> list(Setting setting) {
        return Arrays.stream(value(setting).split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Preferences preferences && values.equals(preferences.values);
    }

    @Override
    public int hashCode() {
        return Map.copyOf(values).hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
