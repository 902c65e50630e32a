package lanline.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.UserCommand.ListUsers;
import lanline.core.event.UserCommand.Quit;
import lanline.core.model.Tag;
import org.junit.jupiter.api.Test;

final class LeavingInAFloodTest {
    private final EventBus bus = new EventBus();
    private final List<Event> heard = new ArrayList<>();

    @Test
    void whoLeavesComesBeforeAFullLaneAndAnyBacklog() throws InterruptedException {
        bus.subscribe(Quit.class, heard::add);
        bus.heedBacklog(() -> Integer.MAX_VALUE);
        while (bus.tryPut(new ListUsers(Tag.NONE))) {
            // A script is that far ahead.
        }
        Quit quit = new Quit(Tag.NONE, true);
        bus.putFirst(quit);
        bus.runNext();
        assertEquals(List.of(quit), heard);
        assertFalse(bus.runOne());
    }
}
