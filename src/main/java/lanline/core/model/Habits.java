package lanline.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an older program writes, as far as it has shown ({@code wire.md} section 1): what is empty is not known yet, and the form that
 * most programs read is used.
 *
 * @param spelling of the message keys
 * @param coding of plain text
 * @param nameField where it puts its name in a message, if it does
 * @param keyForm in which it takes a key value of the old encryption
 * @param cipher the row of the cipher table that it uses, by name
 * @param connection how many messages it sends on one
 * @param exchange where it takes a message of the old encryption
 */
public record Habits(
        Optional<Spelling> spelling,
        Optional<Coding> coding,
        Optional<NameField> nameField,
        Optional<KeyForm> keyForm,
        Optional<String> cipher,
        Optional<Connection> connection,
        Optional<Exchange> exchange) {
    public static final Habits UNKNOWN = new Habits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What stands between the two words of a key: {@code unencrypted_message}, {@code unencrypted message}, {@code unencryptedmessage}. */
    public enum Spelling {
        UNDERSCORE("_"),
        BLANK(" "),
        JOINED("");

        private final String between;

        Spelling(String between) {
            this.between = between;
        }

        /** How {@code key} is spelled. */
        public static Spelling of(String key) {
            return key.contains("_") ? UNDERSCORE : key.contains(" ") ? BLANK : JOINED;
        }

        /** The key made of {@code first} and "message". */
        public String key(String first) {
            return first + between + "message";
        }
    }

    /** {@code BASE64}: its plain text is base64 of UTF-8, and it expects the same. */
    public enum Coding {
        CLEAR,
        BASE64
    }

    public enum NameField {
        USERNAME("username"),
        USER("user");

        private final String key;

        NameField(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** {@code "8"}, {@code 8}, {@code "b'8'"}, and 8 without any JSON. */
    public enum KeyForm {
        DECIMAL,
        INTEGER,
        BYTES_LITERAL,
        BARE
    }

    public enum Connection {
        ONE_MESSAGE,
        MANY
    }

    /** Once keys are exchanged, the message goes on the same link, or on one of its own since it closes the first. */
    public enum Exchange {
        SAME_LINK,
        NEXT_LINK
    }

    public Habits withSpelling(Spelling seen) {
        return new Habits(Optional.of(seen), coding, nameField, keyForm, cipher, connection, exchange);
    }

    public Habits withCoding(Coding seen) {
        return new Habits(spelling, Optional.of(seen), nameField, keyForm, cipher, connection, exchange);
    }

    public Habits withNameField(NameField seen) {
        return new Habits(spelling, coding, Optional.of(seen), keyForm, cipher, connection, exchange);
    }

    public Habits withKeyForm(KeyForm seen) {
        return new Habits(spelling, coding, nameField, Optional.of(seen), cipher, connection, exchange);
    }

    /** {@code row}: the name of a row of the cipher table. */
    public Habits withCipher(String row) {
        return new Habits(spelling, coding, nameField, keyForm, Optional.of(row), connection, exchange);
    }

    public Habits withConnection(Connection seen) {
        return new Habits(spelling, coding, nameField, keyForm, cipher, Optional.of(seen), exchange);
    }

    public Habits withExchange(Exchange seen) {
        return new Habits(spelling, coding, nameField, keyForm, cipher, connection, Optional.of(seen));
    }

    /** These habits, with what {@code newer} knows in the place of what was known. */
    public Habits updated(Habits newer) {
        Habits all = new Habits(
                newer.spelling.or(() -> spelling),
                newer.coding.or(() -> coding),
                newer.nameField.or(() -> nameField),
                newer.keyForm.or(() -> keyForm),
                newer.cipher.or(() -> cipher),
                newer.connection.or(() -> connection),
                newer.exchange.or(() -> exchange));
        return all.equals(this) ? this : all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Habits that
                        && spelling.equals(that.spelling)
                        && coding.equals(that.coding)
                        && nameField.equals(that.nameField)
                        && keyForm.equals(that.keyForm)
                        && cipher.equals(that.cipher)
                        && connection.equals(that.connection)
                        && exchange.equals(that.exchange);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * spelling.hashCode() + keyForm.hashCode()) + cipher.hashCode();
    }
}
