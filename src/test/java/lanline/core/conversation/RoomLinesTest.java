package lanline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.EventBus;
import lanline.core.event.Tick;
import lanline.core.model.ChatMessage;
import lanline.core.model.Correspondent;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;

class RoomLinesTest {
    private static final HostAddress ALI = Samples.address("10.0.0.2");
    private static final HostAddress VELI = Samples.address("10.0.0.3");

    private final EventBus bus = new EventBus();
    private final RoomLines lines = new RoomLines(bus, () -> Nickname.fromPeer("Ece"), () -> ZoneId.of("UTC"));

    @Test
    void whoAsksIsToldWhatWentBetweenTheTwoAndNothingElse() {
        bus.raise(new MessageArrived(message(ALI, Speaks.LAB, Direction.RECEIVED, "çay?"), true));
        bus.raise(new MessageProgressed(message(ALI, Speaks.LAB, Direction.SENT, "evet\nhemen")));
        bus.raise(new MessageArrived(message(VELI, Speaks.LAB, Direction.RECEIVED, "secret of veli"), true));
        bus.raise(new MessageProgressed(message(VELI, Speaks.LANLINE, Direction.SENT, "secret for veli")));
        bus.raise(new MessageArrived(message(ALI, Speaks.COURSE_2024, Direction.RECEIVED, "another program"), true));
        run();
        assertEquals(List.of("09:00:00 somebody: çay?", "09:00:00 Ece: evet hemen"), lines.toldTo(ALI));
        assertEquals(List.of("09:00:00 somebody: secret of veli"), lines.toldTo(VELI));
        assertEquals(List.of(), lines.toldTo(Samples.address("10.0.0.4")));
    }

    @Test
    void theLastTwoHundredAreKept() {
        for (int i = 0; i < 300; i++) {
            bus.raise(new MessageArrived(message(ALI, Speaks.LAB, Direction.RECEIVED, "m" + i), true));
            run();
        }
        assertEquals(200, lines.toldTo(ALI).size());
        assertEquals("09:00:00 somebody: m299", lines.toldTo(ALI).get(199));
    }

    @Test
    void longLinesTakeNoMoreRoomThanShortOnes() {
        for (int i = 0; i < 20; i++) {
            bus.raise(new MessageArrived(message(ALI, Speaks.LAB, Direction.RECEIVED, i + "x".repeat(6_000)), true));
            run();
        }
        assertEquals(2, lines.toldTo(ALI).size());
        bus.raise(new MessageArrived(message(ALI, Speaks.LAB, Direction.RECEIVED, "x".repeat(60_000)), true));
        run();
        assertEquals(0, lines.toldTo(ALI).size());
    }

    private void run() {
        bus.offer(new Tick());
        bus.runPending();
    }

    private static ChatMessage message(HostAddress address, Speaks speaks, Direction direction, String text) {
        Nickname name = Nickname.fromPeer("somebody");
        return new ChatMessage(
                Samples.message(1),
                direction,
                new Correspondent(PeerId.older(name, address), name, address, speaks),
                SafeText.message(text),
                Instant.parse("2025-03-01T09:00:00Z"),
                direction == Direction.SENT ? Delivery.SENT : Delivery.RECEIVED,
                Security.NONE);
    }
}
