package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityFileTest {
    private static final long NOW = 1_700_000_000_000L;

    @TempDir
    Path folder;

    private final Random random = new Random(7);

    @Test
    void theFirstStartMakesAnIdentityAndTheNextOnesKeepIt() {
        IdentityFile.Opened first = open(NOW);
        IdentityFile.Opened second = open(NOW + 5_000);
        assertEquals(first.identity(), second.identity());
        assertEquals(List.of(), first.notices());
        assertEquals(List.of(), second.notices());
        assertEquals(4, UUID.fromString(first.identity().uuid()).version());
        assertEquals(2, UUID.fromString(first.identity().uuid()).variant());
    }

    @Test
    void theEpochRisesEvenWhenTheClockWentBack() {
        assertEquals(NOW, open(NOW).epoch());
        assertEquals(NOW + 1, open(NOW - 86_400_000).epoch());
        assertEquals(NOW + 2, open(NOW).epoch());
        assertEquals(NOW + 3_000, open(NOW + 3_000).epoch());
    }

    @Test
    void whatALaterVersionWroteIsKept() throws IOException {
        IdentityFile.Opened first = open(NOW);
        Path file = folder.resolve("identity.json");
        Files.writeString(file, Files.readString(file).replace("{", "{\"seed\": \"c2VjcmV0\", "));
        assertEquals(first.identity(), open(NOW + 1).identity());
        assertTrue(Files.readString(file).contains("\"seed\": \"c2VjcmV0\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"id\": \"zz\", \"uuid\": \"7c9e6679-7425-40de-944b-e07fc1f90ae7\", \"epoch\": 1}",
                "{\"id\": \"00112233445566778899aabbccddeeff\", \"uuid\": 5, \"epoch\": 1}",
                "{\"id\": \"00112233445566778899aabbccddeeff\", \"uuid\": \"7c9e6679-7425-40de-944b-e07fc1f90ae7\", \"epoch\": \"x\"}",
                "{\"id\": \"00112233445566778899aabbccddeeff\", \"uuid\": \"7c9e6679-7425-40de-944b-e07fc1f90ae7\", \"epoch\": -1}",
            })
    void aBrokenFileIsSetAsideAndNamed(String broken) throws IOException {
        Path file = Files.writeString(folder.resolve("identity.json"), broken);
        IdentityFile.Opened opened = open(NOW);
        assertEquals(1, opened.notices().size());
        assertTrue(opened.notices().get(0).value().startsWith("Your identity in " + file + " is broken ("));
        assertEquals(broken, Files.readString(folder.resolve("identity.json.broken-" + NOW)));
        assertEquals(opened.identity(), open(NOW + 1).identity());
    }

    @Test
    void aHugeFileIsSetAsideWithoutBeingRead() throws IOException {
        Files.write(folder.resolve("identity.json"), new byte[1 << 20]);
        assertTrue(open(NOW).notices().get(0).value().contains("it is longer than 65536 bytes"));
    }

    @Test
    void aReadOnlyHomeGivesTheStoredIdentityAndWritesNothing() throws IOException {
        IdentityFile.Opened stored = open(NOW);
        byte[] before = Files.readAllBytes(folder.resolve("identity.json"));
        HomeFolder readOnly = new HomeFolder(folder, folder, false);
        IdentityFile.Opened opened = IdentityFile.open(readOnly, random, NOW + 10);
        assertEquals(stored.identity(), opened.identity());
        assertEquals(NOW + 10, opened.epoch());
        assertEquals(new String(before), Files.readString(folder.resolve("identity.json")));
    }

    @Test
    void withNoHomeAtAllAnIdentityLastsForTheRun() throws IOException {
        HomeFolder absent = new HomeFolder(folder.resolve("absent"), folder.resolve("absent"), false);
        IdentityFile.Opened one = IdentityFile.open(absent, random, NOW);
        IdentityFile.Opened other = IdentityFile.open(absent, random, NOW);
        assertNotEquals(one.identity().id(), other.identity().id());
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(0, all.count());
        }
    }

    @Test
    void twoSecureIdentitiesDiffer() {
        SecureRandomSource secure = new SecureRandomSource();
        secure.warm();
        HomeFolder absent = new HomeFolder(folder.resolve("absent"), folder.resolve("absent"), false);
        assertFalse(IdentityFile.open(absent, secure, NOW)
                .identity()
                .equals(IdentityFile.open(absent, secure, NOW).identity()));
    }

    private IdentityFile.Opened open(long now) {
        return IdentityFile.open(new HomeFolder(folder, folder, true), random, now);
    }
}
