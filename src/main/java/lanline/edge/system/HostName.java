package lanline.edge.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** This machine's name as a folder name. Never asks a name server, which may take seconds. */
final class HostName {
    private static final int LONGEST = 64;
    private static final String NAMELESS = "host";

    private HostName() {}

    static String ofThisMachine() {
        Map<String, String> environment = System.getenv();
        return Stream.of(
                        ofKernel(Path.of("/proc/sys/kernel/hostname")),
                        Optional.ofNullable(environment.get("HOSTNAME")),
                        Optional.ofNullable(environment.get("COMPUTERNAME")))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(HostName::asFolderName)
                .orElse(NAMELESS);
    }

    /** Letters, digits, dot, underscore and hyphen stay, all else becomes an underscore; at most 64, and never only dots. */
    static String asFolderName(String name) {
        String safe = name.strip().replaceAll("[^A-Za-z0-9._-]", "_");
        String shortened = safe.substring(0, Math.min(LONGEST, safe.length()));
        return shortened.matches("\\.*") ? NAMELESS : shortened;
    }

    private static Optional<String> ofKernel(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
