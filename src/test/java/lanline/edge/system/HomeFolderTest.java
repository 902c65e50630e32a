package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
    @TempDir
    Path temporary;

    private Path home;

    @BeforeEach
    void modesAreKnownHere() {
        assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("posix"));
        home = temporary.resolve("above").resolve("lanline");
    }

    @Test
    void whatIsMissingIsCreatedForTheOwnerAlone() throws IOException {
        assertEquals("ready", outcome());
        Path hostFolder = home.resolve("hosts").resolve(HostName.ofThisMachine());
        assertEquals("rwx------", mode(home));
        assertEquals("rwx------", mode(home.resolve("hosts")));
        assertEquals("rwx------", mode(hostFolder));
        assertEquals("ready", outcome());
    }

    @Test
    void aFolderOpenToOthersIsRefusedWithTheCommandThatMendsIt() throws IOException {
        outcome();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));
        String sentence = outcome();
        assertTrue(sentence.startsWith("refused: "), sentence);
        assertTrue(sentence.endsWith("chmod 700 " + home), sentence);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        assertEquals("ready", outcome());
    }

    @Test
    void theCommandQuotesWhatAShellWouldSplit() throws IOException {
        home = temporary.resolve("Ece's chat");
        outcome();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTrue(outcome().endsWith("/Ece'\\''s chat'"), outcome());
    }

    @Test
    void aSymbolicLinkIsRefusedButOneAboveIsNot() throws IOException {
        Path real = Files.createDirectory(temporary.resolve("real"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), real);
        home = link;
        assertTrue(outcome().startsWith("refused: The folder " + link + " is a symbolic link"), outcome());
        home = link.resolve("lanline");
        assertEquals("ready", outcome());
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        home = Files.createFile(temporary.resolve("file"));
        assertTrue(outcome().startsWith("refused: " + home + " is no folder"), outcome());
    }

    @Test
    void aHostFolderThatIsALinkIsRefused() throws IOException {
        outcome();
        Path hostFolder = home.resolve("hosts").resolve(HostName.ofThisMachine());
        Files.delete(hostFolder);
        Files.createSymbolicLink(hostFolder, temporary);
        assertTrue(outcome().startsWith("refused: "), outcome());
    }

    @Test
    void somebodyElsesFolderIsRefused() throws IOException {
        assumeTrue(isRoot(), "only root can give a folder away");
        outcome();
        Files.setAttribute(home, "unix:uid", 12_345);
        assertTrue(outcome().contains("belongs to 12345, not to you"), outcome());
    }

    @Test
    void whereNothingCanBeCreatedTheRunGoesOnInMemory() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        home = file.resolve("below").resolve("lanline");
        String sentence = outcome();
        assertTrue(sentence.startsWith("unwritable: The folder " + home + " can't be written ("), sentence);
        assertTrue(
                sentence.endsWith("nothing of this run will be kept. Start with --home and another folder to keep it."),
                sentence);
    }

    @Test
    void aReadOnlyHomeMayStillBeRead() throws IOException {
        assumeFalse(isRoot(), "root may write everywhere");
        outcome();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-x------"));
        assertEquals(
                "unwritable: The folder " + home
                        + " is not writable: nothing of this run will be kept. Start with --home and another folder to keep it.",
                outcome());
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void noHostNameLeadsOutOfTheFolder() {
        assertEquals(".._.._x", HostName.asFolderName("../../x"));
        assertEquals("host", HostName.asFolderName(".."));
        assertEquals("host", HostName.asFolderName(""));
        assertEquals("ece-laptop.local", HostName.asFolderName("ece-laptop.local\n"));
        assertEquals("a_b__c", HostName.asFolderName("a b\u0000çc"));
        assertEquals(64, HostName.asFolderName("x".repeat(300)).length());
        assertTrue(HostName.ofThisMachine().matches("[A-Za-z0-9._-]{1,64}"));
    }

    private String outcome() {
        return HomeFolder.open(home).deliverTo(new HomeCheck.Handler<>() {
            @Override
            public String ready(HomeFolder opened) {
                assertTrue(opened.isWritable() && Files.isDirectory(opened.hostFolder()));
                return "ready";
            }

            @Override
            public String unwritable(HomeFolder opened, SafeText sentence) {
                assertFalse(opened.isWritable());
                return "unwritable: " + sentence;
            }

            @Override
            public String refused(SafeText sentence) {
                return "refused: " + sentence;
            }
        });
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private boolean isRoot() throws IOException {
        return (int) Files.getAttribute(temporary, "unix:uid") == 0;
    }
}
