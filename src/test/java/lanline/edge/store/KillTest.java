package lanline.edge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import lanline.core.event.StorageEvent.MessageStored;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.MessageId;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any moment loses nothing that was said to be stored. */
@Timeout(120)
class KillTest {
    private static final int KILLS = 8;
    private static final int MOST_BEFORE_A_KILL = 400;

    @TempDir
    private Path folder;

    @Test
    void killMinusNineLosesNothingThatWasSaidToBeStored() throws Exception {
        Random random = new Random(9);
        Set<String> said = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildProcess child = ChildProcess.start(Storing.class, folder.toString(), Integer.toString(kill))) {
                int before = 1 + random.nextInt(MOST_BEFORE_A_KILL);
                for (int i = 0; i < before; i++) {
                    said.add(child.line());
                }
                child.kill().stream().filter(KillTest::isWhole).forEach(said::add);
            }
        }
        Set<String> lost = new HashSet<>(said);
        lost.removeAll(stored());
        assertEquals(Set.of(), lost);
        assertTrue(said.size() >= KILLS);
    }

    /** The last line may be cut off. */
    private static boolean isWhole(String id) {
        return MessageId.parse(id).isPresent();
    }

    private Set<String> stored() throws InterruptedException {
        Set<String> ids = new HashSet<>();
        try (StoreFixture store = StoreFixture.start(folder)) {
            Before before = Before.NOW;
            Page page;
            do {
                store.history.read(new Tag("all"), ConversationId.HOME, before, 1_000);
                page = store.next(PageLoaded.class).page();
                page.messages().forEach(stored -> ids.add(stored.message().id().text()));
                before = Before.number(page.messages().get(0).number());
            } while (page.hasOlder());
        }
        return ids;
    }

    /** The child: stores without end, always some ahead, and prints the id of each message that is stored. */
    static final class Storing {
        private static final int AHEAD = 20;

        private Storing() {}

        public static void main(String[] arguments) throws InterruptedException {
            Random random = new Random(Long.parseLong(arguments[1]));
            try (StoreFixture store = StoreFixture.start(Path.of(arguments[0]))) {
                for (int i = 0; i < AHEAD; i++) {
                    store.history.store(message(store, random));
                }
                while (true) {
                    System.out.println(store.next(MessageStored.class).message().id());
                    store.history.store(message(store, random));
                }
            }
        }

        private static ChatMessage message(StoreFixture store, Random random) {
            ChatMessage any = store.received(StoreFixture.ALI, "something to be kept " + random.nextInt());
            return new ChatMessage(
                    MessageId.random(random), any.direction(), any.with(), any.text(), any.time(), any.delivery());
        }
    }
}
