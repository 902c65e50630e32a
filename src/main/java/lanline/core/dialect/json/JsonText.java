package lanline.core.dialect.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lanline.core.model.Bytes;

/** Writes JSON as the older programs write it ({@code ": "} and {@code ", "} between things, one line), in raw UTF-8. */
public final class JsonText {
    private static final ObjectWriter WRITER = writer();

    private JsonText() {}

    private static ObjectWriter writer() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEntrySpacing(Separators.Spacing.AFTER)
                .withArrayValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter oneLine = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
                .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter());
        // Without this an emoji leaves as two escapes, which some older programs show as they are.
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build();
        return JsonMapper.builder(factory).build().writer(oneLine);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static Bytes write(ObjectNode object) {
        try {
            return Bytes.copyOf(WRITER.writeValueAsBytes(object));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree in memory can always be written", impossible);
        }
    }
}
