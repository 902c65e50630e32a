package lanline.core.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a message says of its sender. None of it is proven; the source address is all that is known. {@code tcpPort}: where it is
 * answered, which matters while its announcement has not been heard.
 */
public record SenderClaim(
        Optional<Nickname> name, Optional<LanlineId> lanline, Optional<MessageId> message, OptionalInt tcpPort) {
    public static final SenderClaim NOTHING =
            new SenderClaim(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
}
