package lanline.edge.terminal.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import lanline.core.text.SafeText;
import lanline.edge.terminal.tty.ColorDepth;
import org.jspecify.annotations.Nullable;

/** Finds themes by name: {@code NAME.theme} in the given folders, then among those in the jar. Any thread; blocks on reading. */
public final class Themes {
    public static final String DEFAULT = "default";

    private static final List<String> SHIPPED = List.of(DEFAULT, "dark", "light", "high-contrast", "mono", "solarized");
    private static final String ENDING = ".theme";

    /** A theme has some 2 KB; a larger file is not read into memory and is refused. */
    private static final int MOST_BYTES = 64 * 1024;

    /** Inheriting deeper than this is taken for a circle and refused. */
    private static final int MOST_ANCESTORS = 8;

    private final List<Path> folders;
    private final ColorDepth depth;

    /** The theme asked for; where it could not be used the default one, and why in a sentence. */
    public record Choice(Theme theme, Optional<SafeText> problem) {}

    public Themes(List<Path> folders, ColorDepth depth) {
        this.folders = List.copyOf(folders);
        this.depth = depth;
    }

    /** The same themes for a terminal with other colours. */
    public Themes at(ColorDepth other) {
        return other == depth ? this : new Themes(folders, other);
    }

    public Choice choose(String name) {
        try {
            return new Choice(load(name), Optional.empty());
        } catch (BrokenThemeException broken) {
            String sentence = broken.sentence() + "; the default theme is used";
            return new Choice(fallback(), Optional.of(SafeText.line(sentence)));
        }
    }

    /** Reads one theme; for {@code /theme NAME}, which leaves the old one where the new one is broken. */
    public Theme load(String name) throws BrokenThemeException {
        Deque<String[]> ancestors = new ArrayDeque<>();
        Optional<String> next = Optional.of(name);
        List<Path> searched = folders;
        while (next.isPresent()) {
            String text = text(next.get(), searched);
            ancestors.push(new String[] {next.get() + ENDING, text});
            // Somebody's own "dark" may inherit from ours.
            Optional<String> parent = ThemeParser.inherits(text);
            searched = parent.equals(next) ? List.of() : folders;
            next = parent;
            if (ancestors.size() > MOST_ANCESTORS) {
                throw new BrokenThemeException(name + ENDING + " inherits in a circle");
            }
        }
        ThemeParser parser = new ThemeParser(depth);
        for (String[] ancestor : ancestors) {
            parser.read(ancestor[0], ancestor[1]);
        }
        return parser.theme(name);
    }

    /** The names that {@link #load} knows, in order; a folder that can't be listed has none. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(SHIPPED);
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(ENDING))
                        .forEach(file -> names.add(file.substring(0, file.length() - ENDING.length())));
            } catch (IOException absent) {
                // people need no folder of their own: then there is nothing to list
            }
        }
        return List.copyOf(names);
    }

    private Theme fallback() {
        try {
            return new Themes(List.of(), depth).load(DEFAULT);
        } catch (BrokenThemeException impossible) {
            return Theme.PLAIN; // only a jar without its themes comes here, and it shall still be usable
        }
    }

    private String text(String name, List<Path> searched) throws BrokenThemeException {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new BrokenThemeException("\"" + name + "\" is no name of a theme (letters, digits, - and _)");
        }
        try (InputStream file = open(name + ENDING, searched)) {
            byte[] bytes = file == null ? null : file.readNBytes(MOST_BYTES + 1);
            if (bytes == null) {
                throw new BrokenThemeException(
                        "there is no theme \"" + name + "\", but there are " + String.join(", ", names()));
            }
            if (bytes.length > MOST_BYTES) {
                throw new BrokenThemeException(name + ENDING + " is larger than " + MOST_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new BrokenThemeException(name + ENDING + " can't be read: " + unreadable.getMessage());
        }
    }

    private static @Nullable InputStream open(String file, List<Path> searched) throws IOException {
        for (Path folder : searched) {
            if (Files.isRegularFile(folder.resolve(file))) {
                return Files.newInputStream(folder.resolve(file));
            }
        }
        return Themes.class.getResourceAsStream("/themes/" + file);
    }
}
