package lanline.edge.terminal.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TtySettingsTest {
    @Test
    void whatRunShPreparedIsTakenFromItsProperties() {
        Properties properties = new Properties();
        properties.setProperty("lanline.tty.prepared", "true");
        properties.setProperty("lanline.tty.saved", "500:5");
        properties.setProperty("lanline.tty.rows", "40");
        properties.setProperty("lanline.tty.columns", "120");
        properties.setProperty("lanline.charset", "UTF-8");
        TtySettings settings = TtySettings.of(properties, Map.of("LC_ALL", "C"));
        Optional<TerminalSize> size = Optional.of(new TerminalSize(120, 40));
        assertEquals(new TtySettings(true, Optional.of("500:5"), size, true, false, false), settings);
    }

    @Test
    void aSizeThatIsNoneIsLeftOut() {
        Properties properties = new Properties();
        for (String rows : new String[] {"", "0", "-1", "x", "99999"}) {
            properties.setProperty("lanline.tty.rows", rows);
            properties.setProperty("lanline.tty.columns", "80");
            assertEquals(Optional.empty(), TtySettings.of(properties, Map.of()).size(), rows);
        }
    }

    @Test
    void theFirstLocaleVariableThatIsSetDecidesTheCharset() {
        assertTrue(isUtf8(Map.of("LANG", "tr_TR.UTF-8")));
        assertTrue(isUtf8(Map.of("LANG", "C", "LC_CTYPE", "en_US.utf8")));
        assertTrue(isUtf8(Map.of("LC_ALL", "", "LANG", "de_DE.UTF-8@euro")));
        assertFalse(isUtf8(Map.of("LANG", "tr_TR.UTF-8", "LC_ALL", "C")));
        assertFalse(isUtf8(Map.of("LANG", "tr_TR.ISO-8859-9")));
        assertFalse(isUtf8(Map.of()));
    }

    @Test
    void keysOverSshMayComeApart() {
        assertTrue(TtySettings.of(new Properties(), Map.of("SSH_CONNECTION", "10.0.0.2 1 10.0.0.1 22"))
                .remote());
        assertFalse(TtySettings.of(new Properties(), Map.of()).remote());
    }

    private static boolean isUtf8(Map<String, String> environment) {
        return TtySettings.of(new Properties(), environment).utf8();
    }
}
