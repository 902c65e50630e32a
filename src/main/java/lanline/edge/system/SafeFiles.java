package lanline.edge.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Small files that are read and replaced as a whole, never through a symbolic link. Any thread but the bus thread: it waits for the disk. */
public final class SafeFiles {
    private SafeFiles() {}

    /**
     * Puts {@code content} there if nothing is there yet, whole or not at all; of several who try at once, on several machines,
     * one succeeds. Throws FileAlreadyExistsException where something is there.
     */
    public static void create(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        Path fresh = Files.createTempFile(folder, file.getFileName() + ".", ".new");
        try {
            write(fresh, content);
            putInPlace(fresh, file);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void putInPlace(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | IOException noLinks) {
            // A file system without hard links: then two machines that do this within a microsecond are not kept apart.
            Files.move(fresh, file);
        }
    }

    /**
     * Puts {@code content} in the place of {@code file}: after a crash at any moment the old content is there, or the new. The file
     * is its owner's alone from the first instant.
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        // Created with mode 0600, and only where nothing has that name.
        Path fresh = Files.createTempFile(folder, file.getFileName() + ".", ".new");
        try {
            write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        return folder;
    }

    /**
     * Reads a regular file of at most {@code mostBytes}. Throws NoSuchFileException where there is none, UnfitFileException where it
     * is longer or no regular file.
     */
    public static byte[] read(Path file, int mostBytes) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw new UnfitFileException("it is no regular file");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            // One more than there is: to see that there is no more.
            int room = (int) Math.min(channel.size(), mostBytes) + 1;
            ByteBuffer content = ByteBuffer.allocate(room);
            while (content.hasRemaining() && channel.read(content) >= 0) {
                // Until the end, or until it is longer than it may be.
            }
            if (!content.hasRemaining() && room <= mostBytes) {
                throw new IOException("it grows while it is read");
            }
            if (!content.hasRemaining()) {
                throw new UnfitFileException("it is longer than " + mostBytes + " bytes");
            }
            byte[] read = new byte[content.position()];
            content.flip().get(read);
            return read;
        }
    }

    private static void write(Path fresh, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Windows and some network file systems know no such thing; the new name is then as safe as they make it.
        }
    }
}
