package lanline.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.text.SafeText;

/**
 * What people change and want to find again: a flat JSON object of texts, numbers and truth values, readable and editable by hand.
 *
 * <p>Immutable. Read by Jackson's streaming part alone, which is quick to load: this stands before the first frame.
 */
final class Settings {
    static final Settings NONE = new Settings(Map.of());

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    Optional<String> value(Setting setting) {
        return Optional.ofNullable(values.get(setting.key())).map(Object::toString);
    }

    /** Keys that this version doesn't know stay as they are. */
    Settings with(Setting setting, String value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(setting.key(), value);
        return new Settings(changed);
    }

    /** All that is set, as far as it is allowed. Loops, not streams: this stands before the first frame. */
    Preferences preferences() {
        Preferences preferences = Preferences.USUAL;
        for (Setting setting : Setting.values()) {
            Object value = values.get(setting.key());
            Optional<String> read = value == null ? Optional.empty() : setting.read(value.toString());
            if (read.isPresent()) {
                preferences = preferences.with(setting, read.get());
            }
        }
        return preferences;
    }

    /** A sentence for each value that is not allowed: somebody edited the file. */
    List<SafeText> complaints() {
        List<SafeText> complaints = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            Object value = values.get(setting.key());
            if (value != null && setting.read(value.toString()).isEmpty()) {
                complaints.add(SafeText.line("settings.json: " + setting.key() + " is \"" + value + "\", but takes "
                        + setting.allowed() + "; the usual one applies"));
            }
        }
        return complaints;
    }

    static Settings read(byte[] file) throws BrokenSettingsException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(file)) {
            return new Settings(readObject(parser));
        } catch (JsonProcessingException wrong) {
            // A number of thousands of digits is refused without a place.
            JsonLocation place = wrong.getLocation() == null ? JsonLocation.NA : wrong.getLocation();
            throw broken(place, "that is no JSON");
        } catch (IOException notText) {
            // In no encoding of JSON: what a crash may leave in a file.
            throw new BrokenSettingsException("line 1, column 1: that is no JSON");
        }
    }

    private static Map<String, Object> readObject(JsonParser parser) throws IOException, BrokenSettingsException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw broken(parser.currentTokenLocation(), "a { is expected");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (!parser.nextToken().isScalarValue()) {
                throw broken(parser.currentTokenLocation(), "a text, a number, true or false is expected");
            }
            values.put(key, valueAt(parser));
        }
        if (parser.nextToken() != null) {
            throw broken(parser.currentTokenLocation(), "nothing may follow the }");
        }
        return values;
    }

    /** As it stands there, so that it is written again as it was. */
    private static Object valueAt(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> parser.getText();
        };
    }

    private static BrokenSettingsException broken(JsonLocation at, String what) {
        return new BrokenSettingsException("line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + what);
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(bytes)) {
            generator.useDefaultPrettyPrinter();
            generator.writeStartObject();
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                generator.writeFieldName(entry.getKey());
                generator.writeObject(entry.getValue());
            }
            generator.writeEndObject();
            generator.writeRaw('\n');
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can always be written", impossible);
        }
        return bytes.toByteArray();
    }
}
