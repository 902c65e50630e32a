package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ece was shown is in her history, whatever happens to the program, its files and its disk. */
@InNamespaces
class KeptHistoryTest {
    private static final int MESSAGES = 200;

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @ParameterizedTest(name = "F4: killed when {0} of 200 messages were shown, it has lost none of those")
    @ValueSource(ints = {1, 60, 140})
    void aKillTakesNothingBackThatWasShown(int shownBeforeTheKill) throws Exception {
        Program ece = LAB.start(1, "Ece");
        RawPeer alice = LAB.raw(2);
        alice.stream(LAB.lan().address(1), MESSAGES);
        for (int i = 0; i < shownBeforeTheKill; i++) {
            nextMessage(ece, i);
        }
        ece.kill();
        Set<String> shown = textsOf(ece.output().awaitAll());
        assertTrue(shown.size() >= shownBeforeTheKill);

        Program again = LAB.start(1, "Ece");
        Set<String> kept = new HashSet<>();
        again.ask("history", "limit", "500")
                .path("items")
                .forEach(item -> kept.add(item.path("text").asText()));
        shown.removeAll(kept);
        assertEquals(Set.of(), shown, "shown, and not in the history");
    }

    private static void nextMessage(Program ece, int number) throws InterruptedException {
        int[] seen = {0};
        ece.awaitEvent("message", event -> seen[0]++ == number);
    }

    private static Set<String> textsOf(List<String> lines) {
        Set<String> texts = new HashSet<>();
        for (String line : lines) {
            // The last line may be cut off by the kill: then nobody was shown it.
            Optional<JsonNode> message = Program.complete(line).filter(event -> Program.has(event, "event", "message"));
            message.ifPresent(event -> texts.add(event.path("text").asText()));
        }
        return texts;
    }

    @Test
    @DisplayName(
            "F4: a second start with the same home is refused with a sentence that names the process, and status 1")
    void aSecondStartWithTheSameHomeIsRefused() throws Exception {
        Program ece = LAB.start(1, "Ece");
        Program second = LAB.launch(1, "Ece");
        assertEquals(1, second.awaitEnd());
        String sentence = second.awaitErrors();
        assertTrue(sentence.contains("process " + ece.pid()), sentence);
        assertTrue(sentence.contains("--home"), sentence);
        assertEquals(List.of(), second.output().awaitAll());
        assertEquals(0, ece.quit());
    }

    @Test
    @DisplayName("F4: a damaged database is set aside with a notice, and the chat goes on")
    void aDamagedDatabaseIsSetAside() throws Exception {
        LAB.start(1, "Ece").quit();
        Path database = database();
        Files.writeString(database, "this is no database at all, ".repeat(1_000));
        Program ece = LAB.start(1, "Ece");
        ece.awaitNotice("history");
        assertChats(ece);
        assertEquals(1, ece.ask("history").path("items").size());
        try (Stream<Path> files = Files.list(database.getParent())) {
            List<Path> kept = files.filter(file -> !file.equals(database) && contains(file, "this is no database"))
                    .toList();
            assertEquals(1, kept.size(), "the damaged file under another name");
        }
    }

    @Test
    @DisplayName("F4: a home that can't be written gives a notice, and the chat goes on")
    void aReadOnlyHomeStillChats() throws Exception {
        LAB.start(1, "Ece").quit();
        Program ece = LAB.program(1, "Ece", mounted("mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\""));
        assertEquals("Ece", ece.awaitReady().path("name").asText());
        ece.awaitEvent("notice", event -> event.path("trouble").asBoolean());
        assertChats(ece);
        assertEquals(0, ece.quit());
    }

    @Test
    @DisplayName("F4: on a disk that is nearly full she is told, and the chat goes on")
    void aDiskThatIsNearlyFullStillChats() throws Exception {
        Files.createDirectory(LAB.home("Ece"));
        Program ece = LAB.program(1, "Ece", mounted("mount -t tmpfs -o size=16m,mode=700 tmpfs \"$1\""));
        ece.awaitReady();
        assertChats(ece);
        JsonNode notice =
                ece.awaitEvent("notice", event -> event.path("trouble").asBoolean());
        assertTrue(notice.path("text").asText().contains("MiB"), notice.toString());
        assertEquals(0, ece.quit());
    }

    @Test
    @DisplayName("F4: a database of a newer version is left as it is with a notice, and the chat goes on")
    void aDatabaseOfANewerVersionIsLeftAsItIs() throws Exception {
        LAB.start(1, "Ece").quit();
        Path database = database();
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            // SQLite's user_version.
            file.seek(60);
            file.writeInt(1_000);
        }
        byte[] before = Files.readAllBytes(database);
        Program ece = LAB.start(1, "Ece");
        ece.awaitNotice("newer version");
        assertChats(ece);
        assertEquals("error", ece.ask("history").path("event").asText());
        assertEquals(0, ece.quit());
        assertArrayEquals(before, Files.readAllBytes(database));
    }

    @Test
    @DisplayName("A1: broken settings are reported with the place and kept under another name")
    void brokenSettingsAreReported() throws Exception {
        LAB.start(1, "Ece").quit();
        Files.writeString(LAB.home("Ece").resolve("settings.json"), "{\n  \"name\": \"Ece\",\n  oops\n}\n");
        Program ece = LAB.start(1, "Ece");
        ece.awaitNotice("line 3");
        try (Stream<Path> files = Files.list(LAB.home("Ece"))) {
            assertEquals(
                    1,
                    files.filter(file -> contains(file, "{\n  \"name\": \"Ece\",\n  oops"))
                            .count());
        }
    }

    @Test
    @DisplayName("B5 A11: the readable log and the exports hold every message")
    void theLogAndTheExportsHoldEveryMessage() throws Exception {
        Program ece = LAB.start(1, "Ece");
        assertChats(ece);
        ece.quit();
        String plain = String.join("\n", LAB.script(1, "Ece", "/export all.txt", "/export all.jsonl"));
        assertTrue(plain.contains("all.jsonl"), plain);
        for (String file : List.of("all.txt", "all.jsonl")) {
            String exported = Files.readString(LAB.folder().resolve(file));
            assertTrue(
                    exported.contains("iyi günler")
                            && exported.contains(LAB.lan().address(2)),
                    exported);
        }
        try (Stream<Path> files = Files.walk(LAB.home("Ece").resolve("hosts"))) {
            assertEquals(
                    1,
                    files.filter(file -> file.toString().endsWith(".txt")
                                    || file.toString().endsWith(".log"))
                            .filter(file -> contains(file, "iyi günler"))
                            .count());
        }
    }

    @Test
    @DisplayName("F4: everything in the home is readable by its owner alone")
    void everythingInTheHomeIsPrivate() throws Exception {
        Program ece = LAB.start(1, "Ece");
        assertChats(ece);
        try (Stream<Path> files = Files.walk(LAB.home("Ece"))) {
            for (Path file : files.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertTrue(mode.endsWith("------"), file + " " + mode);
            }
        }
    }

    /** A start with the home mounted by a command, which this process alone sees. */
    private static List<String> mounted(String mount) {
        String script = mount + " && shift && exec \"$@\"";
        String home = LAB.home("Ece").toString();
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-ec", script, "sh", home));
        command.addAll(Launch.lanline(LAB.home("Ece"), "--json"));
        return command;
    }

    private static void assertChats(Program ece) throws Exception {
        LAB.raw(2).say("hello", LAB.lan().address(1), "{\"unencrypted_message\": \"iyi günler\"}");
        ece.awaitMessage("iyi günler");
    }

    private static Path database() throws Exception {
        try (Stream<Path> files = Files.walk(LAB.home("Ece"))) {
            return files.filter(file -> file.endsWith("history.db")).findFirst().orElseThrow();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(text);
        } catch (IOException notText) {
            // Binary, or gone meanwhile: it holds no text of ours.
            return false;
        }
    }
}
