package lanline.core.dialect.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import lanline.core.model.Bytes;

/**
 * Reads one JSON object that a stranger sent, within the limits of {@code security.md} section 8: UTF-8 decoded strictly, no
 * duplicate keys, nothing after the end, no deep nesting. Total: whatever comes is an object or a {@link MalformedJsonException}.
 */
public final class StrictJson {
    /** A message object is flat, an announcement holds one object: eight levels are more than anybody needs. */
    private static final int DEPTH = 8;

    /** No field that Lanline reads is longer, in characters. */
    public static final int LONGEST_STRING = 8_192;

    private static final int KEY = 64;
    private static final int NUMBER = 20;

    /** A larger document is refused before it is parsed, in bytes. */
    public static final int DOCUMENT = 65_536;

    private static final JsonMapper MAPPER = mapper();

    private StrictJson() {}

    private static JsonMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(LONGEST_STRING)
                .maxNameLength(KEY)
                .maxNumberLength(NUMBER)
                .maxDocumentLength(DOCUMENT)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    public static ObjectNode object(Bytes document) throws MalformedJsonException {
        if (document.length() > DOCUMENT) {
            throw new MalformedJsonException("longer than " + DOCUMENT + " bytes");
        }
        return object(decode(document));
    }

    public static ObjectNode object(String document) throws MalformedJsonException {
        try {
            if (MAPPER.readTree(document) instanceof ObjectNode object) {
                return object;
            }
            throw new MalformedJsonException("JSON, but no object");
        } catch (JsonProcessingException wrong) {
            throw new MalformedJsonException("no JSON that is accepted: " + firstLine(wrong.getOriginalMessage()));
        }
    }

    private static String decode(Bytes document) throws MalformedJsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document.toArray()))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new MalformedJsonException("not UTF-8");
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
