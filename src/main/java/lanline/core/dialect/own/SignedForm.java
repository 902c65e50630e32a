package lanline.core.dialect.own;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.model.HostAddress;
import lanline.core.model.LanlineId;

/**
 * What the signature of an announcement is over: not its JSON, which a program on the way may write in another way, but its values.
 *
 * <pre>
 *   "LL1 ann v1" 00
 *   then, each behind its length in two bytes (all numbers big-endian):
 *   id 32 | name, UTF-8 as announced | port 2 | in 8 | ep 8 | n 8 | per 2 | st, ASCII | s, a byte each
 *   | addresses it may come from, four bytes each | 01 if it asks for an answer by unicast, else 00
 * </pre>
 */
final class SignedForm {
    private static final String PREFIX = "LL1 ann v1\0";

    /** A datagram has at most 1,024 bytes, of which a name may be the most; the rest takes 150. */
    private static final int LONGEST = 2_048;

    private static final int IPV4_LENGTH = 4;

    private final ByteBuffer form = ByteBuffer.allocate(LONGEST);

    private SignedForm() {
        form.put(PREFIX.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code own}: the own object, with every field in its range but the signature. */
    static Bytes of(JsonNode own, LanlineId id, List<HostAddress> addresses, boolean asksForAnswer) {
        return new SignedForm()
                .field(id.key().toArray())
                .text(own.path("name"))
                .number(own.path("port"), 2)
                .field(HexFormat.of().parseHex(own.path("in").asText()))
                .number(own.path("ep"), 8)
                .number(own.path("n"), 8)
                .number(own.path("per"), 2)
                .text(own.path("st"))
                .field(suites(own.path("s")))
                .field(addresses(addresses))
                .field(new byte[] {(byte) (asksForAnswer ? 1 : 0)})
                .bytes();
    }

    private SignedForm field(byte[] value) {
        form.putShort((short) value.length).put(value);
        return this;
    }

    private SignedForm text(JsonNode value) {
        return field(value.asText().getBytes(StandardCharsets.UTF_8));
    }

    private SignedForm number(JsonNode value, int bytes) {
        byte[] field = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            field[i] = (byte) (value.longValue() >>> 8 * (bytes - 1 - i));
        }
        return field(field);
    }

    private static byte[] suites(JsonNode suites) {
        byte[] numbers = new byte[suites.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (byte) suites.get(i).intValue();
        }
        return numbers;
    }

    private static byte[] addresses(List<HostAddress> addresses) {
        ByteBuffer all = ByteBuffer.allocate(IPV4_LENGTH * addresses.size());
        for (HostAddress address : addresses) {
            for (String part : address.text().split("\\.", -1)) {
                all.put((byte) Integer.parseInt(part));
            }
        }
        return all.array();
    }

    private Bytes bytes() {
        return Bytes.copyOf(form.array(), 0, form.position());
    }
}
