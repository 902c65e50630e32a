package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Pin;
import lanline.core.model.Trust;
import lanline.core.secure.IdentityKeyPair;
import lanline.testing.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class PinsFileTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final ManualTime time = new ManualTime();
    private final LanlineId ali = key();
    private final LanlineId zoe = key();

    /** One program that has the file: the lists it was told, and what it said. */
    private final class Run implements AutoCloseable {
        final List<List<Pin>> loaded = new ArrayList<>();
        final List<String> said = new ArrayList<>();
        final EventBus bus = new EventBus();
        final PinsFile pins;

        Run(boolean isWritable) {
            bus.subscribe(PinsLoaded.class, event -> loaded.add(event.pins()));
            bus.subscribe(
                    HistoryTrouble.class, event -> said.add(event.sentence().value()));
            pins = new PinsFile(new HomeFolder(folder, folder, isWritable), bus, time);
            pins.start();
            bus.runPending();
        }

        List<Pin> known() {
            assertEquals(1, loaded.size());
            return loaded.get(0);
        }

        Run save(Pin... all) {
            List.of(all).forEach(pins::save);
            return this;
        }

        @Override
        public void close() {
            pins.close();
            try {
                pins.awaitEnd();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            bus.runPending();
        }
    }

    @Test
    void withoutAFileNobodyIsKnownAndThatIsSaid() {
        try (Run run = new Run(true)) {
            assertEquals(List.of(), run.known());
            assertEquals(List.of(), run.said);
        }
        assertFalse(Files.exists(file()));
    }

    @Test
    void whoWasMetIsKnownInTheNextRun() throws IOException {
        Pin met = pin(ali, "Âli ğ", Trust.NEW, 0);
        Pin other = pin(zoe, "Zoe", Trust.VERIFIED, 5).succeeded(true).blocked();
        new Run(true).save(met, other).close();
        try (Run next = new Run(true)) {
            assertEquals(List.of(met, other), sorted(next.known(), met));
            assertEquals(List.of(), next.said);
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void ofSeveralStatesOfOnePersonTheLastIsKept() {
        Run run = new Run(true);
        for (int i = 0; i < 1_000; i++) {
            run.save(pin(ali, "Ali", Trust.NEW, i));
        }
        run.save(pin(ali, "Ali", Trust.VERIFIED, 1_000)).close();
        assertEquals(List.of(pin(ali, "Ali", Trust.VERIFIED, 1_000)), knownNext());
    }

    @Test
    void twoMachinesThatShareTheHomeKeepWhatEachHasSeen() {
        Run one = new Run(true);
        Run two = new Run(true);
        one.save(pin(ali, "Ali", Trust.NEW, 0)).close();
        two.save(pin(zoe, "Zoe", Trust.NEW, 0)).close();
        assertEquals(2, knownNext().size());
    }

    @Test
    void whatTheOtherMachineOverwroteInTheSameMomentIsThereAfterTheEnd() throws IOException {
        try (Run run = new Run(true)) {
            run.save(pin(ali, "Ali", Trust.VERIFIED, 0));
            awaitFile();
            Files.writeString(file(), "{}\n");
        }
        assertEquals(Trust.VERIFIED, knownNext().get(0).trust());
    }

    private void awaitFile() {
        while (!Files.exists(file())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWasDecidedOnOneMachineIsNotUndoneByTheOtherWhichSeesThePersonLater() {
        new Run(true).save(pin(ali, "Ali", Trust.NEW, 0)).close();
        Run one = new Run(true);
        Run two = new Run(true);
        time.pass(1_000);
        one.save(pin(ali, "Ali", Trust.VERIFIED, 1)).close();
        time.pass(1_000);
        two.save(pin(ali, "Somebody", Trust.KNOWN, 50)).close();
        Pin merged = knownNext().get(0);
        assertEquals(Trust.VERIFIED, merged.trust());
        assertEquals("Ali", merged.name().toString(), "a verified name is as it was verified");
        assertEquals(MONDAY.plusSeconds(50), merged.seen().last());
    }

    @Test
    void whatWasDecidedLastHoldsWhicheverMachineItWas() {
        new Run(true).save(pin(ali, "Ali", Trust.KNOWN, 0)).close();
        Run one = new Run(true);
        Run two = new Run(true);
        time.pass(1_000);
        one.save(pin(ali, "Ali", Trust.BLOCKED, 1)).close();
        time.pass(1_000);
        two.save(pin(ali, "Ali", Trust.VERIFIED, 0)).close();
        assertEquals(Trust.VERIFIED, knownNext().get(0).trust());
        time.pass(1_000);
        new Run(true).save(pin(ali, "Ali", Trust.KNOWN, 0)).close();
        assertEquals(Trust.KNOWN, knownNext().get(0).trust());
    }

    @Test
    void ofTooManyTheOldestAreDroppedButNobodyWhoWasVerifiedOrBlocked() {
        Run run = new Run(true);
        run.save(pin(ali, "Ali", Trust.VERIFIED, 0), pin(zoe, "Zoe", Trust.BLOCKED, 1));
        for (int i = 2; i < SharedPins.MOST + 3; i++) {
            run.save(pin(key(i), "crowd", Trust.NEW, i));
        }
        run.close();
        List<Pin> known = knownNext();
        assertEquals(SharedPins.MOST, known.size());
        assertTrue(known.stream().anyMatch(pin -> pin.id().equals(ali)));
        assertTrue(known.stream().anyMatch(pin -> pin.id().equals(zoe)));
        assertTrue(known.stream()
                .noneMatch(pin -> pin.seen().last().isBefore(MONDAY.plusSeconds(5)) && pin.trust() == Trust.NEW));
    }

    @ParameterizedTest
    @CsvSource({
        "'{',                                     '', it is no JSON object",
        "'\"name\":',                             '\"name\"', it is no JSON that is accepted",
        "'{\"peers\": {',                         '{', a row of it belongs to no key",
        "'\"trust\":\"new\"',                     '\"trust\":\"none\"', '\"trust\" of'",
        "'\"trust\":\"new\"',                     '\"trust\":\"boss\"', '\"trust\" of'",
        "'\"suite\":2',                           '\"suite\":256', '\"suite\" of'",
        "'\"suite\":2',                           '\"suite\":-1', '\"suite\" of'",
        "'\"port\":6001',                         '\"port\":0', '\"port\" of'",
        "'\"port\":6001',                         '\"port\":6001.5', '\"port\" of'",
        "'\"last\":',                             '\"late\":', '\"last\" of'",
        "'\"last\":',                             '\"last\":99', '\"last\" of'",
        "'\"epoch\":',                            '\"epoch\":9999999999999999999', it is no JSON that is accepted",
        "'\"address\":\"10.0.0.2\"',              '\"address\":\"host.example\"', '\"address\" of'",
        "'\"name\":',                             '\"port\":6001,\"name\":', it is no JSON that is accepted",
        "'}\n}',                                  '}\n}{', something follows its end",
    })
    void aBrokenFileIsSetAsideWithTheReasonAndANewOneBegun(String part, String instead, String reason)
            throws IOException {
        new Run(true).save(pin(ali, "Ali", Trust.NEW, 0)).close();
        String whole = Files.readString(file());
        String broken = instead.equals("{") ? "{\"peers\": {}}" : whole.replace(part, instead);
        Files.writeString(file(), broken);
        try (Run run = new Run(true)) {
            assertEquals(List.of(), run.known());
            assertEquals(1, run.said.size());
            assertTrue(run.said.get(0).contains("is broken (" + reason), run.said.get(0));
            run.save(pin(zoe, "Zoe", Trust.NEW, 0));
        }
        assertEquals(1, knownNext().size());
        assertEquals(
                broken,
                Files.readString(
                        folder.resolve("peers.json.broken-" + time.now().toEpochMilli())));
    }

    @Test
    void aHugeFileIsSetAsideUnread() throws IOException {
        Files.write(file(), new byte[PinRows.LARGEST + 1]);
        try (Run run = new Run(true)) {
            assertTrue(run.said.get(0).contains("it is longer than 4194304 bytes"), run.said.get(0));
        }
    }

    @Test
    void aNameInTheFileIsCleanedLikeOneFromTheNetwork() throws IOException {
        new Run(true).save(pin(ali, "Ali", Trust.NEW, 0)).close();
        Files.writeString(
                file(),
                Files.readString(file()).replace("\"Ali\"", "\"A\\u001b[31ml\\u202ei\", \"later\": {\"a\": []}"));
        assertEquals("A[31mli", knownNext().get(0).name().toString());
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "{}\n");
        Files.createSymbolicLink(file(), victim);
        new Run(true).save(pin(ali, "Ali", Trust.NEW, 0)).close();
        assertEquals("{}\n", Files.readString(victim));
        assertEquals(1, knownNext().size());
    }

    @Test
    void aHomeThatCannotBeWrittenIsReadAndLeftAlone() {
        new Run(true).save(pin(ali, "Ali", Trust.NEW, 0)).close();
        try (Run run = new Run(false)) {
            assertEquals(1, run.known().size());
            run.save(pin(zoe, "Zoe", Trust.NEW, 0));
        }
        assertEquals(1, knownNext().size());
    }

    private List<Pin> knownNext() {
        try (Run run = new Run(true)) {
            return run.known();
        }
    }

    private static List<Pin> sorted(List<Pin> pins, Pin first) {
        return pins.get(0).equals(first) ? pins : List.of(pins.get(1), pins.get(0));
    }

    private Path file() {
        return folder.resolve("peers.json");
    }

    private LanlineId key() {
        return IdentityKeyPair.generate(random::nextBytes).id();
    }

    private static LanlineId key(int number) {
        byte[] key = new byte[LanlineId.KEY_LENGTH];
        key[0] = (byte) number;
        key[1] = (byte) (number >> 8);
        return LanlineId.of(Bytes.copyOf(key));
    }

    private static Pin pin(LanlineId id, String name, Trust trust, int seconds) {
        Pin.Seen seen = new Pin.Seen(MONDAY, MONDAY.plusSeconds(seconds), 2, 1_700_000_000_000L);
        return new Pin(id, Nickname.fromPeer(name), trust, seen, at("10.0.0.2"));
    }

    private static Endpoint at(String address) {
        return new Endpoint(new HostAddress(address), 6_001);
    }
}
