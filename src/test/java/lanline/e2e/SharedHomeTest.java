package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One home on two machines, as on a network's file system, and what others on a machine can see of a home. */
@InNamespaces
class SharedHomeTest {
    private static final String ON_A_MACHINE = "echo \"$0\" >/proc/sys/kernel/hostname && exec \"$@\"";

    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName("two machines that share a home are one person, each with a history of its own")
    void twoMachinesAreOnePerson() throws Exception {
        Program one = onMachine(1, "aspen");
        Program two = onMachine(2, "birch");
        String id = one.awaitReady().path("peer").asText();
        assertEquals(id, two.awaitReady().path("peer").asText());
        assertEquals(Set.of("aspen", "birch"), names(LAB.home("Ece").resolve("hosts")));
        Program again = onMachine(1, "aspen");
        assertEquals(1, again.awaitEnd());
        assertTrue(again.awaitErrors().contains("process " + one.pid() + " runs Lanline with"), again.awaitErrors());
    }

    @Test
    @DisplayName("nothing in a home is for anybody but its owner, whatever the umask is")
    void nothingInAHomeIsForAnybodyElse() throws Exception {
        Program ali = LAB.start(2, "Ali", "--announce-every", "1");
        Program ece = LAB.program(
                1, "Ece", Shell.concat(List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"), lanline("Ece")));
        ece.awaitReady();
        ece.awaitPeer("Ali", "online");
        ali.awaitPeer("Ece", "online");
        ece.send("Ali", "hello");
        ali.awaitMessage("hello");
        ece.type("{\"do\":\"quit\"}");
        assertEquals(0, ece.awaitEnd());
        assertTrue(
                names(LAB.home("Ece")).containsAll(Set.of("identity.json", "peers.json")),
                names(LAB.home("Ece")).toString());
        try (Stream<Path> all = Files.walk(LAB.home("Ece"))) {
            assertEquals(
                    List.of(),
                    all.filter(SharedHomeTest::isOpenToOthers)
                            .map(Path::toString)
                            .toList());
        }
    }

    private static Program onMachine(int host, String name) throws IOException {
        List<String> machine = List.of("unshare", "--uts", "sh", "-c", ON_A_MACHINE, name);
        return LAB.program(host, "Ece on " + name, Shell.concat(machine, lanline("Ece")));
    }

    private static String[] lanline(String who) {
        return Launch.lanline(LAB.home(who), "--json", "--name", who, "--announce-every", "1")
                .toArray(String[]::new);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isOpenToOthers(Path path) {
        try {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            return !mode.endsWith("------");
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
