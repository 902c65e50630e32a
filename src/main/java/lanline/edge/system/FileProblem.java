package lanline.edge.system;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words: Java's own messages are mostly the path alone. */
public final class FileProblem {
    private FileProblem() {}

    public static String of(IOException wrong) {
        if (wrong instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (wrong instanceof NoSuchFileException) {
            return "a folder above it is missing";
        }
        if (wrong instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return String.valueOf(wrong.getMessage());
    }
}
