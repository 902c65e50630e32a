package lanline.edge.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/** A folder for its user alone: mode 0700, owned by the user, no symbolic link. Where files have no modes (Windows) the profile protects it. */
final class OwnFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private OwnFolder() {}

    /** For creating at {@code path}: with the mode from the first instant where files have modes. */
    static FileAttribute<?>[] ownerOnly(Path path) {
        return hasModes(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** A umask may take rights from the owner; this gives them back. */
    static void restrict(Path created) throws IOException {
        if (hasModes(created)) {
            Files.setPosixFilePermissions(created, OWNER_ONLY);
        }
    }

    static void check(Path folder) throws IOException, UnsafeFolderException {
        if (Files.isSymbolicLink(folder)) {
            throw new UnsafeFolderException(
                    "The folder " + folder + " is a symbolic link, which somebody could turn elsewhere:"
                            + " start with --home and the folder that it leads to.");
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnsafeFolderException(
                    folder + " is no folder: move it away, or start with --home and another folder.");
        }
        if (hasModes(folder)) {
            checkOwnerAndMode(folder);
        }
    }

    private static void checkOwnerAndMode(Path folder) throws IOException, UnsafeFolderException {
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Optional<UserPrincipal> self = self(folder);
        if (self.isPresent() && !self.get().equals(found.owner())) {
            throw new UnsafeFolderException("The folder " + folder + " belongs to "
                    + found.owner().getName() + ", not to you: start with --home and a folder of your own.");
        }
        if (!OWNER_ONLY.containsAll(found.permissions())) {
            throw new UnsafeFolderException("The folder " + folder
                    + " is open to other users of this machine. Close it with: chmod 700 " + quoted(folder));
        }
    }

    private static String quoted(Path folder) {
        String text = folder.toString();
        return text.matches("[A-Za-z0-9._/+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Who we are, by the owner of our own process on Linux, elsewhere by name; empty where neither is known. */
    private static Optional<UserPrincipal> self(Path folder) {
        try {
            Path process = Path.of("/proc/self");
            if (Files.isDirectory(process)) {
                return Optional.of(Files.getOwner(process));
            }
            String name = System.getProperty("user.name", "");
            return Optional.of(
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException unknown) {
            // Then the mode alone has to do: it keeps everybody but its owner out.
            return Optional.empty();
        }
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
