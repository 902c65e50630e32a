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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Ece was shown is in her history, whatever happens to the program, its files and its disk. */
@InNamespaces
class KeptHistoryTest {
    private static final int MESSAGES = 200;

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(3);

    private static RawPeer alice;
    private static String aliceAtFirst;
    private static Path eceAtHome;
    private static Program canAtWork;
    private static Path canAtHome;

    /** Ece's home, from which each test has a copy, holds one message; Can's program, on host 3, is there for all of them. */
    @BeforeAll
    static void eceAndCanHaveChatted() throws Exception {
        alice = LAB.raw(2);
        aliceAtFirst = LAB.lan().address(2);
        Program ece = LAB.start(1, "Ece");
        assertChats(ece);
        ece.quit();
        eceAtHome = LAB.home("Ece");
        canAtWork = LAB.start(3, "Can");
        canAtHome = LAB.home("Can");
        hearsAlice(canAtWork, 3);
    }

    @AfterAll
    static void canIsStillThere() throws Exception {
        assertEquals(0, canAtWork.quit());
    }

    @Test
    @DisplayName("F4: killed when 1, 60 or 140 of 200 messages were shown, it has lost none of those")
    void aKillTakesNothingBackThatWasShown() throws Exception {
        Program ece = LAB.start(1, "Ece");
        for (int shownBeforeTheKill : List.of(1, 60, 140)) {
            LAB.lan().move(2);
            alice.stream(LAB.lan().address(1), MESSAGES);
            int[] seen = {0};
            ece.awaitEvent("message", event -> ++seen[0] == shownBeforeTheKill);
            ece.kill();
            Set<String> shown = textsOf(ece.output().awaitAll());
            assertTrue(shown.size() >= shownBeforeTheKill);

            ece = LAB.start(1, "Ece");
            Set<String> kept = new HashSet<>();
            ece.ask("history", "with", LAB.lan().address(2), "limit", "500")
                    .path("items")
                    .forEach(item -> kept.add(item.path("text").asText()));
            shown.removeAll(kept);
            assertEquals(Set.of(), shown, "shown before the kill at " + shownBeforeTheKill + ", not in the history");
        }
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
        Program second = LAB.program(3, "Can again", Launch.lanline(canAtHome, "--json"));
        assertEquals(1, second.awaitEnd());
        String sentence = second.awaitErrors();
        assertTrue(sentence.contains("process " + canAtWork.pid()), sentence);
        assertTrue(sentence.contains("--home"), sentence);
        assertEquals(List.of(), second.output().awaitAll());
    }

    @Test
    @DisplayName("F4: a damaged database is set aside with a notice, and the chat goes on")
    void aDamagedDatabaseIsSetAside() throws Exception {
        LAB.copyHome(eceAtHome, "Ece");
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
        LAB.copyHome(eceAtHome, "Ece");
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
        LAB.copyHome(eceAtHome, "Ece");
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
        LAB.copyHome(eceAtHome, "Ece");
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
        LAB.copyHome(eceAtHome, "Ece");
        String plain = String.join("\n", LAB.script(1, "Ece", "/export all.txt", "/export all.jsonl"));
        assertTrue(plain.contains("all.jsonl"), plain);
        for (String file : List.of("all.txt", "all.jsonl")) {
            String exported = Files.readString(LAB.folder().resolve(file));
            assertTrue(exported.contains("iyi günler") && exported.contains(aliceAtFirst), exported);
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
        try (Stream<Path> files = Files.walk(canAtHome)) {
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
        hearsAlice(ece, 1);
    }

    private static void hearsAlice(Program program, int host) throws Exception {
        alice.say("hello", LAB.lan().address(host), "{\"unencrypted_message\": \"iyi günler\"}");
        program.awaitMessage("iyi günler");
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
