package lanline.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Processes of somebody who is not the one who runs the tests; of the same one where the tests are not root's and can't choose. */
final class OtherUser {
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    private static final String TRY_EACH =
            "for f in \"$@\"; do if cat \"$f\" >/dev/null 2>&1; then echo \"$f\"; fi; done";

    private static @Nullable Path copies;

    private OtherUser() {}

    /** As {@link Launch#helper}; of copies of the classes, since the checkout may be in a folder that is closed to others. */
    static List<String> helper(Class<?> main) throws IOException {
        List<String> command = new ArrayList<>(IS_ROOT ? NOBODY : List.of());
        command.addAll(Launch.helper(main));
        if (IS_ROOT) {
            int classPath = command.indexOf("-cp") + 1;
            command.set(classPath, copied(Path.of(command.get(classPath))).toString());
        }
        return command;
    }

    private static Path copied(Path classes) throws IOException {
        Path folder = Files.createTempDirectory("lanline-other");
        copies = folder;
        Path into = Files.createDirectories(folder.resolve("lanline/e2e"));
        try (Stream<Path> files = Files.list(classes.resolve("lanline/e2e"))) {
            for (Path file : files.toList()) {
                Files.copy(file, into.resolve(file.getFileName()));
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        return folder;
    }

    /** Those of {@code files} that the other user can read, a line each; none where there is no other user. */
    static String readable(List<Path> files) {
        if (!IS_ROOT) {
            return "";
        }
        List<String> command = new ArrayList<>(NOBODY);
        command.addAll(List.of("sh", "-c", TRY_EACH, "sh"));
        files.forEach(file -> command.add(file.toString()));
        return Shell.run(command);
    }

    /** Deletes what was copied. */
    static void forget() throws IOException {
        if (copies == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(copies)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
