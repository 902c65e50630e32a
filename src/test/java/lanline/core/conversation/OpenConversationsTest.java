package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.OpenNumber;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Correspondent;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

final class OpenConversationsTest {
    private final EventBus bus = new EventBus();
    private final Random random = new Random(1);
    private final List<ConversationId> forgotten = new ArrayList<>();
    private List<ConversationId> open = List.of();

    OpenConversationsTest() {
        new OpenConversations(bus, new People(bus, peer -> false));
        bus.subscribe(ConversationsChanged.class, event -> open = event.open());
        bus.subscribe(ConversationForgotten.class, event -> forgotten.add(event.conversation()));
    }

    @Test
    void strangersWithoutEndCloseTheEarliestButNotTheOneOnScreen() {
        arrives(0);
        bus.offer(new OpenNumber(Tag.NONE, 1));
        for (int i = 1; i < OpenConversations.MOST + 10; i++) {
            arrives(i);
        }
        assertEquals(OpenConversations.MOST, open.size());
        assertTrue(open.contains(conversation(0)));
        assertEquals(conversation(1), forgotten.get(0));
        assertEquals(10, forgotten.size());
    }

    private static ConversationId conversation(int number) {
        return ConversationId.with(new PeerId("ali" + number));
    }

    private void arrives(int number) {
        Correspondent sender = new Correspondent(
                new PeerId("ali" + number), Nickname.fromPeer("ali"), new HostAddress("10.0.0.2"), Speaks.LANLINE);
        ChatMessage message = new ChatMessage(
                MessageId.random(random),
                Direction.RECEIVED,
                sender,
                SafeText.message("merhaba"),
                Instant.EPOCH,
                Delivery.RECEIVED);
        bus.offer(new MessageArrived(message, true));
        bus.runPending();
    }
}
