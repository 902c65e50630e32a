package lanline.core.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lanline.core.model.Bytes;

/** A recording: a resource of this folder, a line {@code field = hex} each, comments behind {@code #}. */
final class Golden {
    final Map<String, String> fields = new LinkedHashMap<>();

    static Golden of(String name) throws IOException {
        Golden golden = new Golden();
        try (InputStream resource = Golden.class.getResourceAsStream(name)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", -1))
                    .forEach(line -> golden.fields.put(line[0], line[1]));
        }
        return golden;
    }

    void put(String field, Bytes value) {
        fields.put(field, HexFormat.of().formatHex(value.toArray()));
    }

    static Bytes hex(String hex) {
        return Bytes.copyOf(HexFormat.of().parseHex(hex));
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + " = " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
