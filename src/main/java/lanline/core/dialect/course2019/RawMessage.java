package lanline.core.dialect.course2019;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lanline.core.dialect.Output;
import lanline.core.model.Bytes;
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.text.SafeText;

/** What stands in one message of raw text ({@code wire.md} section 2). Total: whatever comes is something to show, or nothing at all. */
final class RawMessage {
    /**
     * One program puts its user's name in front, {@code ata >> selam}. Names of these programs are one word of at least two characters;
     * whatever else has {@code >>} in it is text, so that "1 >> 2" stays what it is.
     */
    private static final Pattern NAMED =
            Pattern.compile("(?<name>\\p{L}[\\p{L}\\p{M}\\p{N}_.-]{1,31}) ?>> ?(?<text>.+)", Pattern.DOTALL);

    private RawMessage() {}

    /** Empty where only blanks were sent. */
    static Optional<Output> read(Bytes bytes) {
        String text = bytes.toText().replace("\0", "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.equals("exit") || text.equals("EXIT")) {
            return Optional.of(new Output.Left(SenderClaim.NOTHING));
        }
        Matcher named = NAMED.matcher(text);
        boolean hasText = named.matches() && !named.group("text").isBlank();
        return Optional.of(
                hasText ? heard(claim(named.group("name")), named.group("text")) : heard(SenderClaim.NOTHING, text));
    }

    private static Output heard(SenderClaim claim, String text) {
        return new Output.Heard(claim, SafeText.message(text), Security.NONE);
    }

    private static SenderClaim claim(String name) {
        return new SenderClaim(Nickname.parse(name), Optional.empty());
    }
}
