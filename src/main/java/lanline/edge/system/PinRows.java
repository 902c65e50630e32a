package lanline.edge.system;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Pin;
import lanline.core.model.Trust;

/**
 * The text of {@code peers.json}: one row a key.
 *
 * <pre>
 *   {"id": {"name", "trust", "decided", "first", "last", "suite", "epoch", "address", "port"}}     times in milliseconds
 *   "unblocked": the trust of somebody blocked before that; "succeeded": true, where the name is another one's now
 * </pre>
 *
 * Keys of a row that this version doesn't know are skipped: a later version wrote them.
 */
final class PinRows {
    /** Four times what the largest table takes; a larger file is none of ours. */
    static final int LARGEST = 4 * 1_024 * 1_024;

    private static final int DEPTH = 4;
    private static final int LONGEST_TEXT = 512;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NUMBER = 20;

    /** The end of the year 9999: a later moment is none. */
    private static final long LATEST_MILLIS = 253_402_300_799_999L;

    private static final int LARGEST_SUITE = 255;
    private static final int LARGEST_PORT = 65_535;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_KEY)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxDocumentLength(LARGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PinRows() {}

    static Map<LanlineId, KeptPin> read(byte[] file) throws UnfitFileException {
        try (JsonParser parser = JSON.createParser(file)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
            Map<LanlineId, KeptPin> rows = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                LanlineId id = LanlineId.parse(parser.currentName())
                        .orElseThrow(() -> new UnfitFileException("a row of it belongs to no key"));
                rows.put(id, row(id, parser));
            }
            require(parser.nextToken() == null, "something follows its end");
            return rows;
        } catch (UnfitFileException ours) {
            throw ours;
        } catch (JsonProcessingException wrong) {
            // A limit that was exceeded has no place.
            String place = wrong.getLocation() == null
                    ? ""
                    : ", in line " + wrong.getLocation().getLineNr();
            throw new UnfitFileException("it is no JSON that is accepted" + place);
        } catch (IOException notText) {
            throw new UnfitFileException("it is no JSON");
        }
    }

    private static void require(boolean isSo, String otherwise) throws UnfitFileException {
        if (!isSo) {
            throw new UnfitFileException(otherwise);
        }
    }

    private static KeptPin row(LanlineId id, JsonParser parser) throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "the row of " + id.hint() + " is no object");
        Map<String, String> values = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (parser.nextToken().isScalarValue()) {
                values.put(key, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return new Row(id, values).read();
    }

    /** Values as they stand there: each could be anything. */
    private record Row(LanlineId id, Map<String, String> values) {
        KeptPin read() throws UnfitFileException {
            Trust trust = Trust.ofWord(text("trust"))
                    .filter(word -> word != Trust.NONE)
                    .orElseThrow(() -> wrong("trust"));
            Pin.Seen seen = new Pin.Seen(
                    Instant.ofEpochMilli(number("first", 0, LATEST_MILLIS)),
                    Instant.ofEpochMilli(number("last", 0, LATEST_MILLIS)),
                    (int) number("suite", 0, LARGEST_SUITE),
                    number("epoch", 0, Long.MAX_VALUE));
            HostAddress host = HostAddress.parse(text("address")).orElseThrow(() -> wrong("address"));
            Endpoint address = new Endpoint(host, (int) number("port", 1, LARGEST_PORT));
            Pin pin = new Pin(id, Nickname.fromPeer(text("name")), trust, past(), seen, address);
            return new KeptPin(pin, number("decided", 0, LATEST_MILLIS));
        }

        /** Rows that were written before this was kept have nothing of it. */
        private Pin.Past past() throws UnfitFileException {
            Trust unblocked = Trust.ofWord(values.getOrDefault("unblocked", Trust.KNOWN.word()))
                    .filter(word -> word != Trust.NONE && word != Trust.BLOCKED)
                    .orElseThrow(() -> wrong("unblocked"));
            return new Pin.Past(unblocked, Boolean.parseBoolean(values.get("succeeded")));
        }

        private String text(String key) throws UnfitFileException {
            String text = values.get(key);
            if (text == null) {
                throw wrong(key);
            }
            return text;
        }

        private long number(String key, long least, long most) throws UnfitFileException {
            try {
                long number = Long.parseLong(text(key));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException noNumber) {
                // As wrong as one out of range.
            }
            throw wrong(key);
        }

        private UnfitFileException wrong(String key) {
            return new UnfitFileException("\"" + key + "\" of " + id.hint() + " can't be used");
        }
    }

    static byte[] write(Collection<KeptPin> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (KeptPin row : rows) {
                json.writeRaw('\n');
                write(row, json);
            }
            json.writeRaw('\n');
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can always be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(KeptPin row, JsonGenerator json) throws IOException {
        Pin pin = row.pin();
        json.writeObjectFieldStart(pin.id().text());
        json.writeStringField("name", pin.name().toString());
        json.writeStringField("trust", pin.trust().word());
        if (pin.trust() == Trust.BLOCKED) {
            json.writeStringField("unblocked", pin.past().unblocked().word());
        }
        if (pin.past().isSucceeded()) {
            json.writeBooleanField("succeeded", true);
        }
        json.writeNumberField("decided", row.decidedMillis());
        json.writeNumberField("first", pin.seen().first().toEpochMilli());
        json.writeNumberField("last", pin.seen().last().toEpochMilli());
        json.writeNumberField("suite", pin.seen().leastSuite());
        json.writeNumberField("epoch", pin.seen().epoch());
        json.writeStringField("address", pin.lastAddress().host().text());
        json.writeNumberField("port", pin.lastAddress().port());
        json.writeEndObject();
    }
}
