package lanline.core.model;

import java.util.Optional;

/** What a message that came without a session says of its sender. None of it is proven; the source address is all that is known. */
public record SenderClaim(Optional<Nickname> name, Optional<MessageId> message) {
    public static final SenderClaim NOTHING = new SenderClaim(Optional.empty(), Optional.empty());
}
