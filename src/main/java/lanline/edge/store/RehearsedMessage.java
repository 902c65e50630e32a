package lanline.edge.store;

import java.time.Instant;
import lanline.core.model.ChatMessage;
import lanline.core.model.Correspondent;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;

/** Messages that nobody wrote, for {@link OpenHistory#rehearse}. */
final class RehearsedMessage {
    private static final Nickname NOBODY = Nickname.fromPeer("nobody");
    private static final HostAddress NOWHERE = new HostAddress("127.0.0.1");

    private RehearsedMessage() {}

    static ChatMessage number(int number) {
        return new ChatMessage(
                new MessageId(String.format("%032x", number)),
                Direction.SENT,
                new Correspondent(PeerId.older(NOBODY, NOWHERE), NOBODY, NOWHERE, Speaks.COURSE_2024),
                SafeText.line("is port 16 up again?"),
                Instant.EPOCH,
                Delivery.QUEUED);
    }
}
