package lanline.edge.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** Opens files that are the user's alone from the first instant (0600 where the platform has modes), never through a symlink. */
final class PrivateFile {
    private PrivateFile() {}

    static FileChannel open(Path file, StandardOpenOption... how) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(how));
        options.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, options, ownerOnly(file, "rw-------"));
    }

    /** Makes an empty file unless there is one. The file is not touched when it exists: closing it would drop SQLite's locks. */
    static void ensure(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW).close();
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // As good as made by us: whoever may write into this folder is the user.
        }
    }

    static void ensureFolder(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }

    private static FileAttribute<?>[] ownerOnly(Path file, String mode) {
        boolean hasModes = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return hasModes
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
