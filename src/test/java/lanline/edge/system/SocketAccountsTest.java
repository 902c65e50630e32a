package lanline.edge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The tables are as a machine with an x86 or ARM processor writes them. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64|aarch64")
class SocketAccountsTest {
    private static final Endpoint PEER = at("127.0.0.1", 40_000);
    private static final Endpoint OURS = at("127.0.0.1", 6_001);
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    @TempDir
    private Path folder;

    private SocketAccounts accounts;

    @BeforeEach
    void whoIsHere() throws IOException {
        Files.writeString(
                folder.resolve("passwd"),
                "root:x:0:0:root:/root:/bin/bash\nbroken\n::1001:\n# a comment\nece:x:1001:1001::/home/ece:/bin/sh\n");
        accounts = new SocketAccounts(folder, folder.resolve("passwd"));
    }

    @Test
    void theAccountOfTheOtherEndIsFound() throws IOException {
        tcp("   0: 0100007F:1771 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 1 1\n"
                + "   1: 0100007F:9C40 0100007F:1771 01 00000000:00000000 00:00000000 00000000  1001        0 2 1\n");
        assertEquals(Optional.of(SafeText.line("ece")), accounts.holding(PEER, OURS));
        assertEquals(Optional.of(SafeText.line("root")), accounts.holding(OURS, PEER));
    }

    @Test
    void aSocketThatTakesBothKindsOfAddressStandsInTheOtherTable() throws IOException {
        Files.writeString(
                folder.resolve("tcp6"),
                HEAD + "   0: 0000000000000000FFFF00000100007F:9C40 0000000000000000FFFF00000100007F:1771 01"
                        + " 00000000:00000000 00:00000000 00000000  1001        0 2 1\n");
        assertEquals(Optional.of(SafeText.line("ece")), accounts.holding(PEER, OURS));
    }

    @Test
    void whoHasNoNameHereIsANumber() throws IOException {
        tcp("   1: 0100007F:9C40 0100007F:1771 01 00000000:00000000 00:00000000 00000000  5555        0 2 1\n");
        assertEquals(Optional.of(SafeText.line("uid 5555")), accounts.holding(PEER, OURS));
    }

    @Test
    void aConnectionThatIsOverBelongsToNobody() throws IOException {
        tcp("   1: 0100007F:9C40 0100007F:1771 06 00000000:00000000 00:00000000 00000000     0        0 0 1\n");
        assertEquals(Optional.empty(), accounts.holding(PEER, OURS));
    }

    @Test
    void anotherPortOrAddressIsAnotherConnection() throws IOException {
        tcp("   1: 0100007F:9C41 0100007F:1771 01 00000000:00000000 00:00000000 00000000  1001        0 2 1\n"
                + "   2: 0200007F:9C40 0100007F:1771 01 00000000:00000000 00:00000000 00000000  1001        0 2 1\n"
                + "   3: 0100007F:9C40 0100007F:1772 01 00000000:00000000 00:00000000 00000000  1001        0 2 1\n");
        assertEquals(Optional.empty(), accounts.holding(PEER, OURS));
    }

    @Test
    void linesOfAnotherFormArePassedOver() throws IOException {
        tcp("\n:\n x y z\n   1: 0100007F:9C40 0100007F:1771 01\n   1: :9C40 :1771 01 a b c 1001\n"
                + "   1: 0100007F:9C40 0100007F:1771 01 0:0 0:0 0  -1 0 2\n"
                + "   1: 0100007F:9C40 0100007F:1771 01 0:0 0:0 0 99999999999 0 2\n"
                + "\u00ff\u00fe\n"
                + "   1: 0100007F:9C40 0100007F:1771 01 0:0 0:0 0 1001 0 2\n");
        assertEquals(Optional.of(SafeText.line("ece")), accounts.holding(PEER, OURS));
    }

    @Test
    void whereThereAreNoTablesNothingIsKnown() {
        assertEquals(Optional.empty(), accounts.holding(PEER, OURS));
        assertEquals(Optional.empty(), accounts.holding(at("fe80::1", 40_000), at("fe80::2", 6_001)));
    }

    private void tcp(String rows) throws IOException {
        Files.writeString(folder.resolve("tcp"), HEAD + rows);
    }

    private static Endpoint at(String host, int port) {
        return new Endpoint(new HostAddress(host), port);
    }
}
