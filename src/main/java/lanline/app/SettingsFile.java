package lanline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import lanline.core.model.Setting;
import lanline.core.text.SafeText;
import lanline.edge.system.FileProblem;
import lanline.edge.system.HomeFolder;
import lanline.edge.system.SafeFiles;

/** {@code settings.json} in HOME: read once at the start, read again and merged at each change, since two machines may share it. */
final class SettingsFile {
    private static final String NAME = "settings.json";

    /** A handful of keys; a larger file is none of ours. */
    private static final int LARGEST = 65_536;

    private final Path file;
    private final boolean isWritable;

    SettingsFile(HomeFolder home) {
        this.file = home.folder().resolve(NAME);
        this.isWritable = home.isWritable();
    }

    /** What was read, and what people should know about that. */
    record Opened(Settings settings, Optional<SafeText> notice) {}

    /** Reads the settings; a broken file is set aside under another name, and there are none. */
    Opened open(long nowMillis) {
        try {
            return new Opened(read(), Optional.empty());
        } catch (BrokenSettingsException | IOException unreadable) {
            return new Opened(Settings.NONE, Optional.of(setAside(unreadable, nowMillis)));
        }
    }

    private Settings read() throws IOException, BrokenSettingsException {
        try {
            return Settings.read(SafeFiles.read(file, LARGEST));
        } catch (NoSuchFileException firstStart) {
            return Settings.NONE;
        }
    }

    private SafeText setAside(Exception why, long nowMillis) {
        Path aside = file.resolveSibling(NAME + ".broken-" + nowMillis);
        String problem = "the settings in " + file + " can't be used (" + problem(why) + ")";
        try {
            Files.move(file, aside);
            return SafeText.line(problem + "; they are kept as " + aside.getFileName() + ", and the usual ones apply");
        } catch (IOException stuck) {
            return SafeText.line(problem + "; the usual ones apply");
        }
    }

    private static String problem(Exception why) {
        return why instanceof IOException ofFile ? FileProblem.of(ofFile) : String.valueOf(why.getMessage());
    }

    /** Changes one setting on the disk; the sentence, where it can't be kept, says so. Waits for the disk: not on the bus thread. */
    Optional<SafeText> change(Setting setting, String value) {
        if (!isWritable) {
            return Optional.of(SafeText.line("this holds for this run only: " + file + " can't be written"));
        }
        try {
            SafeFiles.replace(file, read().with(setting, value).write());
            return Optional.empty();
        } catch (IOException | BrokenSettingsException unwritten) {
            return Optional.of(SafeText.line("this holds for this run only: " + file + ": " + problem(unwritten)));
        }
    }
}
