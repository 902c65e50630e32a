package lanline.core.secure.noise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lanline.core.model.Bytes;

/** A recorded handshake with fixed keys: the resource of a pattern's name, a line {@code field = hex} each. */
final class Golden {
    final Map<String, String> fields = new LinkedHashMap<>();

    static Golden of(Pattern pattern) throws IOException {
        Golden golden = new Golden();
        try (InputStream resource = Golden.class.getResourceAsStream(pattern + ".txt")) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", -1))
                    .forEach(line -> golden.fields.put(line[0], line[1]));
        }
        return golden;
    }

    String hex(String field) {
        return fields.get(field);
    }

    Bytes bytes(String field) {
        return ScriptedKeys.hex(fields.get(field));
    }

    byte[] array(String field) {
        return bytes(field).toArray();
    }

    Golden put(String field, Bytes value) {
        fields.put(field, ScriptedKeys.hex(value));
        return this;
    }

    /** What was given: keys and payloads, not what came of them. */
    Golden inputs() {
        Golden inputs = new Golden();
        fields.forEach((field, value) -> {
            if (!field.matches("message.*|hash.*|binding|.*sealed.*")) {
                inputs.fields.put(field, value);
            }
        });
        return inputs;
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + " = " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
