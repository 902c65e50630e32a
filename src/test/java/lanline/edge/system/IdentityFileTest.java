package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.Passphrase;
import lanline.core.secure.Signatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityFileTest {
    private static final long NOW = 1_700_000_000_000L;

    private static final String UUID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    /** The point of order 1, as a key. */
    private static final String SMALL_ORDER = "aeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

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
        assertEquals(4, java.util.UUID.fromString(first.identity().uuid()).version());
        assertEquals(2, java.util.UUID.fromString(first.identity().uuid()).variant());
    }

    @Test
    void theEpochRisesEvenWhenTheClockWentBack() {
        assertEquals(NOW, open(NOW).epoch());
        assertEquals(NOW + 1, open(NOW - 86_400_000).epoch());
        assertEquals(NOW + 2, open(NOW).epoch());
        assertEquals(NOW + 3_000, open(NOW + 3_000).epoch());
    }

    @Test
    void theKeyIsTheSameInEveryRunAndBelongsToTheId() throws IOException {
        IdentityFile.Opened first = open(NOW);
        Bytes signature = first.key().sign(Bytes.utf8("x"));
        assertTrue(Signatures.isBy(open(NOW + 1).identity().id(), Bytes.utf8("x"), signature));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void anIdentityFromBeforeThereWereKeysGetsOneAndIsTheSamePersonFromThenOn() throws IOException {
        String old =
                "{\"id\": \"00112233445566778899aabbccddeeff\", \"uuid\": \"" + UUID + "\", \"epoch\": 7, \"x\": 1}";
        Files.writeString(file(), old);
        IdentityFile.Opened first = open(NOW);
        IdentityFile.Opened second = open(NOW + 1);
        for (IdentityFile.Opened opened : List.of(first, second)) {
            assertEquals(UUID, opened.identity().uuid());
            assertEquals(List.of(), opened.notices());
        }
        assertEquals(first.identity(), second.identity());
        assertTrue(Files.readString(file()).contains("\"x\": 1"));
    }

    @Test
    void whatALaterVersionWroteIsKept() throws IOException {
        IdentityFile.Opened first = open(NOW);
        Files.writeString(file(), Files.readString(file()).replace("{", "{\"later\": \"more\", "));
        assertEquals(first.identity(), open(NOW + 1).identity());
        assertTrue(Files.readString(file()).contains("\"later\": \"more\""));
    }

    @Test
    void aKeyThatDoesNotBelongToItsSeedIsNotUsed() throws IOException {
        IdentityFile.Opened mine = open(NOW);
        String file = Files.readString(file());
        String other = IdentityKeyPair.generate(random::nextBytes).id().text();
        Files.writeString(file(), file.replace(mine.identity().id().text(), other));
        assertTrue(open(NOW + 1).notices().get(0).value().contains("\"id\" is not the key that belongs to \"seed\""));
    }

    @Test
    void aPassphraseKeepsTheKeyUntilItIsTakenAway() throws IOException {
        IdentityFile plain = read(NOW);
        IdentityFile.Opened opened = plain.use();
        String seed = seedIn(Files.readString(file()));
        assertFalse(IdentityFile.isLocked(home()));
        plain.protect(passphrase("open sesame"));

        assertFalse(Files.readString(file()).contains(seed));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertTrue(IdentityFile.isLocked(home()));
        IdentityFile locked = read(NOW + 1);
        assertTrue(locked.isLocked());
        assertThrows(NoSuchElementException.class, locked::use);
        assertFalse(locked.unlock(passphrase("open barley")));
        assertTrue(locked.isLocked());
        assertTrue(locked.unlock(passphrase("open sesame")));
        IdentityFile.Opened unlocked = locked.use();
        assertEquals(opened.identity(), unlocked.identity());
        assertEquals(opened.epoch() + 1, unlocked.epoch());
        assertTrue(IdentityFile.isLocked(home()), "using it must not take the box away");

        locked.protect(passphrase(""));
        assertFalse(IdentityFile.isLocked(home()));
        assertEquals(seed, seedIn(Files.readString(file())));
        assertEquals(opened.identity(), open(NOW + 2).identity());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"memory\": 19456', '\"memory\": 4194304', its passphrase box asks for 4194304 KiB of memory",
        "'\"memory\": 19456', '\"memory\": 99999999999', '\"memory\" of its passphrase box is no number that can be'",
        "'\"passes\": 3', '\"passes\": \"3\"', '\"passes\" of its passphrase box is no number that can be'",
        "'\"salt\": \"', '\"salt\": \"*', '\"salt\" is not in base64url'",
        "'\"box\": {', '\"seed\": \"AAAA\", \"box\": {', 'it has a \"seed\" beside its \"box\"'",
    })
    void aBoxThatCannotBeOpenedIsSetAsideWithTheReason(String part, String instead, String reason) throws IOException {
        IdentityFile identity = read(NOW);
        identity.use();
        identity.protect(passphrase("x"));
        String whole = Files.readString(file());
        assertTrue(whole.contains(part), whole);
        Files.writeString(file(), whole.replace(part, instead));
        String notice = open(NOW + 1).notices().get(0).value();
        assertTrue(notice.contains(reason), notice);
        assertTrue(Files.exists(folder.resolve("identity.json.broken-" + (NOW + 1))));
    }

    @Test
    void theIdOfALockedFileCannotBeSwapped() throws IOException {
        IdentityFile identity = read(NOW);
        String mine = identity.use().identity().id().text();
        identity.protect(passphrase("x"));
        String other = IdentityKeyPair.generate(random::nextBytes).id().text();
        Files.writeString(file(), Files.readString(file()).replace(mine, other));
        assertFalse(read(NOW + 1).unlock(passphrase("x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"id\": \"zz\", \"uuid\": \"" + UUID + "\", \"epoch\": 1}",
                "{\"id\": \"00112233445566778899aabbccddeeff\", \"uuid\": 5, \"epoch\": 1}",
                "{\"id\": \"00112233445566778899aabbccddeeff\", \"uuid\": \"" + UUID + "\", \"epoch\": \"x\"}",
                "{\"id\": \"00112233445566778899aabbccddeeff\", \"uuid\": \"" + UUID + "\", \"epoch\": -1}",
                "{\"id\": \"" + SMALL_ORDER + "\", \"uuid\": \"" + UUID + "\", \"epoch\": 1}",
                "{\"id\": \"" + SMALL_ORDER + "\", \"box\": {}, \"uuid\": \"" + UUID + "\", \"epoch\": 1}",
                "{\"id\": \"" + SMALL_ORDER + "\", \"seed\": \"AA\", \"uuid\": \"" + UUID + "\", \"epoch\": 1}",
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

    @Test
    void twoMachinesThatStartForTheFirstTimeAtOnceAreOnePerson() throws Exception {
        List<CompletableFuture<LanlineId>> starts = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> IdentityFile.open(home(), new SecureRandomSource(), NOW)
                                .identity()
                                .id()))
                .limit(8)
                .toList();
        for (CompletableFuture<LanlineId> start : starts) {
            assertEquals(starts.get(0).get(), start.get());
        }
    }

    private static String seedIn(String file) {
        Matcher seed = Pattern.compile("\"seed\": \"([^\"]{43})\"").matcher(file);
        assertTrue(seed.find(), file);
        return seed.group(1);
    }

    private static Passphrase passphrase(String typed) {
        return new Passphrase(typed.toCharArray());
    }

    private IdentityFile.Opened open(long now) {
        return read(now).use();
    }

    private IdentityFile read(long now) {
        return IdentityFile.read(home(), random, now);
    }

    private HomeFolder home() {
        return new HomeFolder(folder, folder, true);
    }

    private Path file() {
        return folder.resolve("identity.json");
    }
}
