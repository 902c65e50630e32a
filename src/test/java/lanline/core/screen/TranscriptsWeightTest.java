package lanline.core.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.EventBus;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Correspondent;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

final class TranscriptsWeightTest {
    private static final SafeText LONG = SafeText.message("x".repeat(8_000));

    private final EventBus bus = new EventBus();
    private final Random random = new Random(1);
    private final Transcripts transcripts =
            new Transcripts(bus, new NoHistory(), Stage.ECE, new Mentions(bus, Stage.ECE, Preferences.USUAL));

    @Test
    void longMessagesPushOlderOnesOutBeforeTheMemoryIsFull() {
        for (int i = 0; i < 3_000; i++) {
            arrives("ali");
        }
        assertTrue(transcripts.weight() <= Transcripts.MOST_WEIGHT);
        assertTrue(transcripts.weight() > Transcripts.MOST_WEIGHT / 4);
    }

    @Test
    void manyConversationsShareTheSameMemory() {
        for (int i = 0; i < 3_000; i++) {
            arrives("ali" + i % 100);
        }
        assertTrue(transcripts.weight() <= Transcripts.MOST_WEIGHT);
        assertTrue(transcripts.weight() > Transcripts.MOST_WEIGHT / 4);
    }

    @Test
    void aForgottenConversationWeighsNothing() {
        arrives("ali");
        bus.offer(new ConversationForgotten(ConversationId.with(new PeerId("ali"))));
        bus.runPending();
        assertEquals(0, transcripts.weight());
    }

    private void arrives(String from) {
        Correspondent sender = new Correspondent(
                new PeerId(from), Nickname.fromPeer(from), new HostAddress("10.0.0.2"), Speaks.LANLINE);
        ChatMessage message = new ChatMessage(
                MessageId.random(random), Direction.RECEIVED, sender, LONG, Instant.EPOCH, Delivery.RECEIVED);
        bus.offer(new MessageArrived(message, true));
        bus.runPending();
    }

    private static final class NoHistory implements History {
        @Override
        public void store(ChatMessage message) {
            throw new AssertionError("a transcript stores nothing");
        }

        @Override
        public void update(MessageId id, Delivery delivery) {
            throw new AssertionError("a transcript changes nothing");
        }

        @Override
        public void read(Tag tag, ConversationId conversation, Before before, int limit) {
            // Nothing is there to be loaded.
        }

        @Override
        public void search(Tag tag, ConversationId conversation, String text, Before before, int limit) {
            throw new AssertionError("a transcript searches nothing");
        }

        @Override
        public void export(Tag tag, ConversationId conversation, String text, String file) {
            throw new AssertionError("a transcript exports nothing");
        }
    }
}
