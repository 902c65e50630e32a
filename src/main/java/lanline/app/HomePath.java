package lanline.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where HOME is: {@code --home}, else the environment, else where the system keeps such things ({@code cli.md}). */
final class HomePath {
    private HomePath() {}

    static Path of(Optional<Path> chosen, Map<String, String> environment, String system) {
        if (chosen.isPresent()) {
            return chosen.get();
        }
        if (isSet(environment, "LANLINE_HOME")) {
            return Path.of(environment.get("LANLINE_HOME"));
        }
        boolean isWindows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        if (isWindows && isSet(environment, "APPDATA")) {
            return Path.of(environment.get("APPDATA"), "lanline");
        }
        if (isSet(environment, "XDG_DATA_HOME")) {
            return Path.of(environment.get("XDG_DATA_HOME"), "lanline");
        }
        String user = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
        return Path.of(user, ".local", "share", "lanline");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
