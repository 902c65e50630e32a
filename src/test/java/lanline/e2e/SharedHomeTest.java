package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One home on two machines, as on a network's file system. */
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
}
