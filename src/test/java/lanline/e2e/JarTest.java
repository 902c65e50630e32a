package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is in the built jar of the cryptography library, and when it is loaded. */
@InNamespaces
class JarTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(1);

    @Test
    @DisplayName(
            "the part of the cryptography library that is in the jar is enough to shake hands, to sign and to keep a key")
    void thePartThatIsInTheJarIsEnough() throws Exception {
        Process process = Launch.start(LAB.lan().host(1), Launch.helperOnTheJar(HandshakeOnTheJar.class), LAB.folder());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("XX merhaba\nXXhfs merhaba\nsigned true\nboxed true\n", said, errors);
    }

    @Test
    @DisplayName("the jar has no security provider to register")
    void theJarHasNoSecurityProvider() throws IOException {
        try (JarFile jar = new JarFile(Launch.JAR.toFile())) {
            List<String> providers = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("META-INF/services/java.security.*|org/bouncycastle/.*Provider[^/]*"))
                    .filter(name -> !name.endsWith("SecureRandomProvider.class"))
                    .toList();
            assertEquals(List.of(), providers);
        }
    }

    @Test
    @DisplayName("nothing of cryptography is loaded before the first frame")
    void nothingOfCryptographyIsLoadedBeforeTheFirstFrame() throws Exception {
        List<String> classes = loadedInAShortRun();
        int chat = indexOf(classes, " lanline.edge.system.StoredIdentity ");
        assertTrue(indexOf(classes, " lanline.edge.terminal.ScreenLoop ") < chat);
        assertEquals(List.of(), ofCryptography(classes.subList(0, chat)));
    }

    @Test
    @DisplayName("nor before the window that asks for a passphrase, which is then the first frame")
    void nothingOfCryptographyIsLoadedBeforeAPassphraseIsAskedFor() throws Exception {
        Files.createDirectory(
                LAB.home("Ece"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(LAB.home("Ece").resolve("identity.json"), "{\"id\": [{\"box\": 1}], \"box\": {}}");
        List<String> classes = loadedInAShortRun();
        indexOf(classes, " lanline.edge.terminal.PassphraseMode ");
        assertEquals(List.of(), ofCryptography(classes));
    }

    /** With a terminal that is at its end from the start: a frame is drawn, what follows it begins to load, and the program ends. */
    private static List<String> loadedInAShortRun() throws IOException, InterruptedException {
        Path loaded = LAB.folder().resolve("loaded");
        List<String> command = new ArrayList<>(Launch.lanline(LAB.home("Ece"), "--name", "Ece"));
        command.addAll(
                1,
                List.of(
                        "-Xlog:class+load:file=" + loaded,
                        "-Dlanline.tty=/dev/null",
                        "-Dlanline.tty.prepared=true",
                        "-Dlanline.tty.rows=24",
                        "-Dlanline.tty.columns=80"));
        Launch.start(LAB.lan().host(1), command, LAB.folder()).waitFor();
        return Files.readAllLines(loaded);
    }

    private static List<String> ofCryptography(List<String> classes) {
        return classes.stream()
                .filter(line -> line.contains(" org.bouncycastle.") || line.contains(" javax.crypto."))
                .toList();
    }

    private static int indexOf(List<String> classes, String name) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).contains(name)) {
                return i;
            }
        }
        throw new AssertionError(name + "was not loaded at all, of " + classes.size());
    }
}
