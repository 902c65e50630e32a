package lanline.edge.system;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.text.SafeText;

/**
 * Which account of this machine a connection belongs to, from the tables that Linux keeps ({@code decisions.md} 19); elsewhere nothing is
 * found. Immutable; any thread, reads files.
 */
public final class SocketAccounts {
    /** IPv4 in both: a program whose socket takes IPv6 too stands in the second. */
    private static final List<String> TABLES = List.of("tcp", "tcp6");

    /** How an IPv4 address is written as one of IPv6 (RFC 4291 section 2.5.5.2). */
    private static final int[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

    /** Columns of the tables: number, own end, other end, state, queues, timer, retransmits, uid. */
    private static final int OWN_END = 1;

    private static final int OTHER_END = 2;
    private static final int STATE = 3;
    private static final int UID = 7;

    /** Established, and ended by the other side. In other states there may be no program any more, and 0 stands there, which is root's. */
    private static final List<String> LIVE = List.of("01", "08");

    private static final int WORD = 4;

    private final Path tables;
    private final Path accounts;

    /** {@code tables}: the folder of the tables; {@code accounts}: the file with the names. */
    SocketAccounts(Path tables, Path accounts) {
        this.tables = tables;
        this.accounts = accounts;
    }

    /** As the system has them. */
    public static SocketAccounts ofThisSystem() {
        return new SocketAccounts(Path.of("/proc/net"), Path.of("/etc/passwd"));
    }

    /** The account of who holds the end {@code own} of a connection to {@code other}; the name, or {@code uid 1234} where it has none here. */
    public Optional<SafeText> holding(Endpoint own, Endpoint other) {
        return TABLES.stream()
                .flatMap(table -> lines(tables.resolve(table)))
                .map(line -> line.trim().split("\\s+"))
                .filter(row -> isOf(row, own, other))
                .map(row -> row[UID])
                .findFirst()
                .map(this::named);
    }

    private static boolean isOf(String[] row, Endpoint own, Endpoint other) {
        return row.length > UID
                && LIVE.contains(row[STATE])
                && row[UID].matches("[0-9]{1,10}")
                && isAt(row[OWN_END], own)
                && isAt(row[OTHER_END], other);
    }

    private static boolean isAt(String end, Endpoint endpoint) {
        String port = String.format(Locale.ROOT, ":%04X", endpoint.port());
        return end.endsWith(port) && isAddress(end.substring(0, end.length() - port.length()), endpoint.host());
    }

    private static boolean isAddress(String hexadecimal, HostAddress host) {
        int[] address = bytes(host);
        return address.length == WORD
                && (hexadecimal.equals(words(address)) || hexadecimal.equals(words(MAPPED) + words(address)));
    }

    /** Of an IPv4 address; none of another one. */
    private static int[] bytes(HostAddress host) {
        return host.text().indexOf(':') >= 0
                ? new int[0]
                : Stream.of(host.text().split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray();
    }

    /** Each four bytes as the number that the processor takes them for. */
    private static String words(int[] bytes) {
        boolean isLittle = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            int at = isLittle ? i - i % WORD + WORD - 1 - i % WORD : i;
            text.append(String.format(Locale.ROOT, "%02X", bytes[at]));
        }
        return text.toString();
    }

    private SafeText named(String uid) {
        return lines(accounts)
                .map(line -> line.split(":"))
                .filter(fields -> fields.length > 2 && fields[2].equals(uid) && !fields[0].isEmpty())
                .findFirst()
                .map(fields -> SafeText.line(fields[0]))
                .orElseGet(() -> SafeText.line("uid " + uid));
    }

    private static Stream<String> lines(Path file) {
        try {
            // Any bytes are text in this one: what a stranger's account is called must not make all others unreadable.
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream();
        } catch (IOException absent) {
            // Another system, or one that shows less: then nothing is known.
            return Stream.empty();
        }
    }
}
