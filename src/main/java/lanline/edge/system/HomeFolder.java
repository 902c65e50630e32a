package lanline.edge.system;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import lanline.core.text.SafeText;

/**
 * Where identity, settings and history live: {@code folder} one a person, {@code hostFolder} one a machine, so that a home in the
 * network that is used on two machines never shares a database ({@code security.md} section 2).
 *
 * <p>Immutable. Where {@code isWritable} is false, or the folders don't even exist, things are kept in memory only.
 */
public record HomeFolder(Path folder, Path hostFolder, boolean isWritable) {
    /** Creates what is missing, for its owner alone whatever the umask; refuses what others could read or replace. */
    public static HomeCheck open(Path home) {
        Path folder = home.toAbsolutePath();
        Path hosts = folder.resolve("hosts");
        Path hostFolder = hosts.resolve(HostName.ofThisMachine());
        try {
            createFoldersAbove(folder);
            for (Path each : new Path[] {folder, hosts, hostFolder}) {
                create(each);
                OwnFolder.check(each);
            }
            boolean isWritable = Files.isWritable(folder) && Files.isWritable(hostFolder);
            HomeFolder opened = new HomeFolder(folder, hostFolder, isWritable);
            return isWritable
                    ? new HomeCheck.Ready(opened)
                    : new HomeCheck.Unwritable(opened, sentence(folder, "is not writable"));
        } catch (UnsafeFolderException unsafe) {
            return new HomeCheck.Refused(unsafe.sentence());
        } catch (IOException failed) {
            HomeFolder absent = new HomeFolder(folder, hostFolder, false);
            return new HomeCheck.Unwritable(
                    absent, sentence(folder, "can't be written (" + FileProblem.of(failed) + ")"));
        }
    }

    private static void createFoldersAbove(Path folder) throws IOException {
        Path above = folder.getParent();
        if (above != null && !Files.isDirectory(above)) {
            Files.createDirectories(above, OwnFolder.ownerOnly(above));
        }
    }

    private static void create(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.createDirectory(folder, OwnFolder.ownerOnly(folder));
            OwnFolder.restrict(folder);
        } catch (FileAlreadyExistsException another) {
            // A second program created it in this moment; the check that follows looks at what it is.
        }
    }

    private static SafeText sentence(Path folder, String what) {
        return SafeText.line("The folder " + folder + " " + what
                + ": nothing of this run will be kept. Start with --home and another folder to keep it.");
    }
}
