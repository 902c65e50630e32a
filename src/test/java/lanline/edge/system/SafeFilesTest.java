package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFilesTest {
    @TempDir
    Path folder;

    @Test
    void theNewContentTakesThePlaceOfTheOldAndNothingElseStays() throws IOException {
        Path file = folder.resolve("settings.json");
        SafeFiles.replace(file, "old".getBytes());
        SafeFiles.replace(file, "new and longer".getBytes());
        assertEquals("new and longer", Files.readString(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.createFile(folder.resolve("x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        SafeFiles.replace(file, new byte[3]);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLinkIsReplacedNotFollowed() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), victim);
        assertThrows(UnfitFileException.class, () -> SafeFiles.read(link, 100));
        SafeFiles.replace(link, "theirs".getBytes());
        assertEquals("mine", Files.readString(victim));
        assertFalse(Files.isSymbolicLink(link));
    }

    @Test
    void aFileIsReadUpToItsLimitAndNotBeyond() throws IOException {
        Path file = folder.resolve("f");
        Files.write(file, new byte[100]);
        assertArrayEquals(new byte[100], SafeFiles.read(file, 100));
        assertEquals(
                "it is longer than 99 bytes",
                assertThrows(UnfitFileException.class, () -> SafeFiles.read(file, 99))
                        .getMessage());
    }

    @Test
    void whatIsNoFileIsNotRead() {
        assertThrows(UnfitFileException.class, () -> SafeFiles.read(folder, 100));
        assertThrows(NoSuchFileException.class, () -> SafeFiles.read(folder.resolve("none"), 100));
    }

    @Test
    void whereItCannotBeWrittenTheOldContentStays() throws IOException {
        Path folderInThePlace = Files.createDirectory(folder.resolve("taken"));
        Files.createFile(folderInThePlace.resolve("inside"));
        assertThrows(IOException.class, () -> SafeFiles.replace(folderInThePlace, new byte[1]));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(folderInThePlace), all.toList());
        }
    }
}
