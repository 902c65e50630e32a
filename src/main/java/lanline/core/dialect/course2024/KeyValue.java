package lanline.core.dialect.course2024;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lanline.core.dialect.json.JsonText;
import lanline.core.model.Bytes;
import lanline.core.model.Habits.KeyForm;

/**
 * A public value of the old key exchange ({@code wire.md} section 1, "The old secure mode"), as somebody wrote it. Its size doesn't
 * matter: our own is always 1, and 1 to any power is 1. So the secret is {@link #SECRET} under every prime and base that is in use,
 * and with 23 secrets at most no other choice would be safer.
 *
 * @param form how it was written
 * @param fault why it is none, as the end of a sentence; empty for a value
 */
record KeyValue(KeyForm form, Optional<String> fault) {
    /** The secret of each exchange that we take part in. */
    static final int SECRET = 1;

    private static final String OURS = "1";

    /** In digits. Theirs have one or two, a larger prime would do as well; a flood of digits is nobody's value. */
    private static final int LONGEST = 40;

    private static final Pattern LITERAL = Pattern.compile("b(['\"])(.*)\\1");
    private static final Pattern NUMBER = Pattern.compile("([+-]?)([0-9]+)(?:\\.0*)?");

    /** Reads the value of a field {@code key}: text or number. */
    static KeyValue read(JsonNode value) {
        if (value.isNumber()) {
            return new KeyValue(KeyForm.INTEGER, faultIn(value.asText()));
        }
        return value.isTextual()
                ? readText(value.asText().strip(), KeyForm.DECIMAL)
                : new KeyValue(KeyForm.DECIMAL, Optional.of("is no number"));
    }

    /** Reads what came without any JSON; empty if that can't be meant as a value. */
    static Optional<KeyValue> readBare(String raw) {
        return readText(raw.strip(), KeyForm.BARE).fault().isEmpty()
                ? Optional.of(new KeyValue(KeyForm.BARE, Optional.empty()))
                : Optional.empty();
    }

    private static KeyValue readText(String text, KeyForm otherwise) {
        Matcher literal = LITERAL.matcher(text);
        return literal.matches()
                ? new KeyValue(KeyForm.BYTES_LITERAL, faultIn(literal.group(2)))
                : new KeyValue(otherwise, faultIn(text));
    }

    private static Optional<String> faultIn(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " digits");
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.of("is no whole number");
        }
        boolean isZero = number.group(2).chars().allMatch(digit -> digit == '0');
        return number.group(1).equals("-") || isZero ? Optional.of("is not above zero") : Optional.empty();
    }

    /** Our value, in the form in which the other side takes it. */
    static Bytes ours(KeyForm form) {
        if (form == KeyForm.BARE) {
            return Bytes.utf8(OURS);
        }
        ObjectNode object = JsonText.object();
        switch (form) {
            case INTEGER -> object.put("key", Integer.parseInt(OURS));
            case BYTES_LITERAL -> object.put("key", "b'" + OURS + "'");
            default -> object.put("key", OURS);
        }
        return JsonText.write(object);
    }
}
