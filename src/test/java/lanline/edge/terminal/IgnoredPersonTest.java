package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.LoadBack;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;
import lanline.core.screen.HistoryPage;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** The conversation with somebody who is ignored: what is hidden there is said, and the ways to it lead nowhere else. */
class IgnoredPersonTest {
    private static final Preferences IGNORING =
            Preferences.USUAL.withIgnored(List.of(new Preferences.Ignored(new PeerId("ali-id"), "ali")));
    private static final Stored HIDDEN =
            new Stored(7, Screens.message("ali", "2020-11-21T10:00:00Z", "buy this", Delivery.RECEIVED));

    private final Screens screens =
            Screens.talk().prefer(IGNORING).own("2020-11-21T10:01:00Z", "no, thanks", Delivery.SENT);
    private final TestWindow window = new TestWindow(80, 24, screens.hasOlder().screen());

    @Test
    void theTitleSaysThatTheyAreIgnored() {
        assertTrue(window.picture().row(0).startsWith(" ali (ignored) · 10.0.0.2 · "), window.text());
    }

    @Test
    void theirMessageIsNotGoneToFromTheHistoryAndItSaysWhy() {
        window.press("F2");
        answer(1);
        window.press("Enter", "Enter");
        assertEquals("ali is ignored: this is shown here only; /unignore ali shows it there again.", window.status());
        assertEquals(List.of(), window.sent(OpenConversation.class));
        assertTrue(window.text().startsWith(" History"), window.text());
    }

    @Test
    void theSearchInTheConversationDoesNotFindIt() {
        window.press("Ctrl-S").type("buy");
        answer(1);
        answer(2);
        assertEquals(List.of(), window.sent(LoadBack.class));
        assertTrue(window.status().startsWith("Nothing here has that in it"), window.status());
    }

    private void answer(long request) {
        Page page = new Page(ConversationId.HOME, "", List.of(HIDDEN), false);
        window.show(
                screens.history(new HistoryPage(page, SafeText.EMPTY, request)).screen());
    }
}
