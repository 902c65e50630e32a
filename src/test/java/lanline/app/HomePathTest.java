package lanline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomePathTest {
    private static final Map<String, String> ALL =
            Map.of("LANLINE_HOME", "/l", "XDG_DATA_HOME", "/x", "HOME", "/h", "APPDATA", "/a");

    @Test
    void theOptionComesFirst() {
        assertEquals(Path.of("/o"), HomePath.of(Optional.of(Path.of("/o")), ALL, "Linux"));
    }

    @Test
    void thenTheEnvironmentInItsOrder() {
        assertEquals(Path.of("/l"), HomePath.of(Optional.empty(), ALL, "Linux"));
        assertEquals(
                Path.of("/x/lanline"),
                HomePath.of(
                        Optional.empty(), Map.of("LANLINE_HOME", "", "XDG_DATA_HOME", "/x", "HOME", "/h"), "Linux"));
        assertEquals(Path.of("/h/.local/share/lanline"), HomePath.of(Optional.empty(), Map.of("HOME", "/h"), "Linux"));
    }

    @Test
    void onWindowsItIsTheProfile() {
        assertEquals(
                Path.of("/a/lanline"),
                HomePath.of(Optional.empty(), Map.of("APPDATA", "/a", "HOME", "/h"), "Windows 11"));
    }
}
