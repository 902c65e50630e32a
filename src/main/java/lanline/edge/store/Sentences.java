package lanline.edge.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import lanline.core.text.SafeText;

/** What went wrong with a file, in words for people; the exception's own message often is only the file's name. */
final class Sentences {
    private Sentences() {}

    static SafeText of(IOException e) {
        return SafeText.line(words(e));
    }

    /** Why a page of the history can't be shown; what is stored stays as it is. */
    static SafeText unreadable(String why) {
        return SafeText.line("the history can't be shown now: " + why + "; what is in it stays there, ask again later");
    }

    private static String words(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission to write or read there";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "there is a file of that name already, choose another";
        }
        if (e instanceof NoSuchFileException) {
            return "the folder does not exist";
        }
        String message = e instanceof FileSystemException ofFile ? ofFile.getReason() : e.getMessage();
        return Optional.ofNullable(message).orElse("the file system refuses");
    }
}
