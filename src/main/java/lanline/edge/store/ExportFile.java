package lanline.edge.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;

/** A new file in the export folder, named by the user; gone again if the export is not finished. */
final class ExportFile implements AutoCloseable {
    /** Names that Windows takes for devices, whatever ending they have. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private final Path path;
    private final OutputStream out;
    private boolean complete;

    private ExportFile(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    /** True for a plain name, {@code [A-Za-z0-9._-]{1,64}}, that is a file's and nothing else's on every platform. */
    static boolean isName(String name) {
        String stem = name.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
        return name.matches("[A-Za-z0-9._-]{1,64}")
                && !name.endsWith(".")
                && !DEVICES.contains(stem)
                && !stem.matches("(com|lpt)[0-9]");
    }

    static ExportFile create(Path folder, String name) throws IOException {
        Path path = folder.resolve(name);
        return new ExportFile(
                path,
                new BufferedOutputStream(Channels.newOutputStream(
                        PrivateFile.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW))));
    }

    OutputStream out() {
        return out;
    }

    Path path() {
        return path;
    }

    void complete() throws IOException {
        out.close();
        complete = true;
    }

    @Override
    public void close() {
        if (!complete) {
            try {
                out.close();
            } catch (IOException e) {
                // What could not be written is about to be removed.
            }
            remove();
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Where even this fails the folder is gone or read-only, and the failure of the export is told anyway.
        }
    }
}
