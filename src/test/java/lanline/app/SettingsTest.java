package lanline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lanline.core.model.Setting;
import lanline.edge.system.HomeFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path folder;

    private SettingsFile file(boolean isWritable) {
        return new SettingsFile(new HomeFolder(folder, folder, isWritable));
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("settings.json"), content);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws BrokenSettingsException {
        Settings settings = Settings.NONE.with(Setting.NAME, "Ece \"ığ\" 🙂");

        assertEquals(
                Optional.of("Ece \"ığ\" 🙂"), Settings.read(settings.write()).value(Setting.NAME));
    }

    @Test
    void aChangeKeepsWhatALaterVersionOrAHandWroteMeanwhile() throws IOException {
        SettingsFile settings = file(true);
        write("{\"bell\": true, \"lines\": 7, \"name\": \"old\"}");

        assertEquals(Optional.empty(), settings.change(Setting.NAME, "new"));

        String written = Files.readString(folder.resolve("settings.json"));
        assertTrue(written.contains("\"bell\" : true") && written.contains("\"lines\" : 7"), written);
        assertTrue(written.contains("\"new\""), written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"name\": ", "{\"name\": {}}", "{} {}", "{\"a\": 1, \"a\": 2}", "\u0000"})
    void aBrokenFileIsNamedWithItsPlaceAndKept(String content) throws IOException {
        write(content);

        SettingsFile.Opened opened = file(true).open(7);

        assertEquals(Optional.empty(), opened.settings().value(Setting.NAME));
        String notice = opened.notice().orElseThrow().value();
        assertTrue(notice.contains("line 1, column") && notice.contains("settings.json.broken-7"), notice);
        assertEquals(content, Files.readString(folder.resolve("settings.json.broken-7")));
    }

    @Test
    void aNumberThatNobodyCouldMeanIsNoReasonNotToStart() throws IOException {
        write("{\"lines\": " + "1".repeat(2_000) + "}");

        String notice = file(true).open(7).notice().orElseThrow().value();

        assertTrue(notice.contains("that is no JSON"), notice);
    }

    @Test
    void whereNothingCanBeWrittenAChangeSaysSo() {
        assertTrue(file(false).change(Setting.THEME, "mono").isPresent());
        assertFalse(Files.exists(folder.resolve("settings.json")));
    }

    @Test
    void theErrorLogHoldsEachLineCleanedAndWithItsTime() throws IOException {
        ErrorLog log = new ErrorLog(folder);

        log.stream().print("one\u001b[2J\ntwo\n");

        try (Stream<String> lines = Files.lines(folder.resolve("error.log"), StandardCharsets.UTF_8)) {
            assertEquals(
                    List.of("one␛[2J", "two"),
                    lines.map(line -> line.substring(line.indexOf(' ') + 1)).toList());
        }
    }

    @Test
    void settingsInNoEncodingAreBroken() {
        byte[] weird = {(byte) 0xFE, (byte) 0xFF, 0, 0, 'x'};
        assertThrows(BrokenSettingsException.class, () -> Settings.read(weird));
    }

    @Test
    void brokenSettingsSayWhere() {
        BrokenSettingsException broken = assertThrows(
                BrokenSettingsException.class,
                () -> Settings.read("{\n  \"name\": x\n}".getBytes(StandardCharsets.UTF_8)));

        assertTrue(broken.sentence().startsWith("line 2, column"), broken.sentence());
    }
}
