package lanline.edge.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.core.model.ConversationId;
import lanline.edge.terminal.input.KeptInput;
import org.junit.jupiter.api.Test;

/** What is typed is kept over restarts, a draft and earlier inputs a conversation. */
class KeepingTest {
    private static final ConversationId BERK = new ConversationId("berk-id");

    private final Screens screens = Screens.asInTheSpecification();
    private final TestWindow window = new TestWindow(80, 24, screens.screen());

    private static KeptInput with(ConversationId conversation, String draft, String... inputs) {
        return new KeptInput(conversation, draft, List.of(inputs));
    }

    @Test
    void theDraftIsKeptOnceTheTypingHasStopped() {
        window.restore().type("half a sen").passMillis(400).type("t");
        assertEquals(List.of(), window.kept);
        window.passMillis(499);
        assertEquals(List.of(), window.kept);
        window.passMillis(1);
        assertEquals(List.of(List.of(with(Screens.ALI, "half a sent"))), window.kept);
        window.passMillis(10_000);
        assertEquals(1, window.kept.size(), "what has not changed is not kept again");
    }

    @Test
    void whoTypesOnAndOnIsKeptAllTheSame() {
        window.restore();
        for (int i = 0; i < 11; i++) {
            window.type("x").passMillis(490);
        }
        assertEquals(1, window.kept.size());
    }

    @Test
    void whatWasSentIsAnEarlierInputAndNoDraftAnyMore() {
        window.restore().type("one").press("Enter").passMillis(500);
        assertEquals(List.of(List.of(with(Screens.ALI, "", "one"))), window.kept);
    }

    @Test
    void atTheEndWhatWasTypedLastIsKept() {
        window.restore().type("last words").end();
        assertEquals(List.of(List.of(with(Screens.ALI, "last words"))), window.kept);
    }

    @Test
    void anEarlierDraftComesBackInItsConversationAndUpFindsEarlierInputs() {
        window.restore(with(BERK, "for berk"), with(Screens.ALI, "for ali", "one", "two"));
        assertEquals("ali> for ali", window.lastRow());
        assertEquals("ali> two", window.press("Up").lastRow());
        assertEquals("ali> one", window.press("Up").lastRow());
        assertEquals("ali> for ali", window.press("Down", "Down").lastRow());
        assertEquals(
                "berk> for berk",
                window.show(Screens.talk().in("berk-id", "berk").screen()).lastRow());
    }

    @Test
    void nothingIsKeptBeforeTheEarlierDraftsAreHereAndNothingTypedIsLost() {
        window.type("new").press("Enter").type("begun").passMillis(10_000);
        assertEquals(List.of(), window.kept);
        window.restore(with(Screens.ALI, "old draft", "old input"), with(BERK, "for berk"));
        assertEquals("ali> begun", window.lastRow());
        window.passMillis(500);
        assertEquals(
                List.of(with(Screens.ALI, "begun", "old input", "new"), with(BERK, "for berk")), window.kept.get(0));
    }

    @Test
    void controlCharactersInWhatWasKeptAreHarmless() {
        window.restore(with(Screens.ALI, "a\u001b[31m", "b\u0007"));
        assertEquals("ali> a␛[31m", window.lastRow());
        assertEquals("ali> b␇", window.press("Up").lastRow());
    }

    @Test
    void ctrlRFindsEarlierInputsWhileOneTypes() {
        window.restore(with(Screens.ALI, "a draft", "make tea", "fetch tea", "go home"));
        window.press("Ctrl-R").type("te");
        assertEquals("ali> fetch tea", window.lastRow());
        assertTrue(window.status().startsWith("Earlier input with: te_"), window.status());
        assertEquals("ali> make tea", window.press("Ctrl-R").lastRow());
        window.press("Ctrl-R");
        assertTrue(window.status().startsWith("No other earlier input has: te_"), window.status());
        assertEquals("ali> fetch tea", window.press("Ctrl-S").lastRow());
        assertEquals("ali> a draft", window.press("Esc").lastRow());
    }

    @Test
    void enterTakesWhatWasFoundAndSendsNothing() {
        window.restore(with(Screens.ALI, "a draft", "make tea", "fetch tea"));
        window.press("Ctrl-R").type("make").press("Enter");
        assertEquals("ali> make tea", window.lastRow());
        assertEquals(List.of(), window.sent(lanline.core.event.UserCommand.SendText.class));
        assertEquals("ali> a draft", window.press("Ctrl-_").lastRow());
    }

    @Test
    void anyOtherKeyTakesItAndActs() {
        window.restore(with(Screens.ALI, "", "make tea"));
        assertEquals(
                "ali> -make tea",
                window.press("Ctrl-R").type("m").press("Home").type("-").lastRow());
    }

    @Test
    void anErasedLetterLooksAgainFromTheNewest() {
        window.restore(with(Screens.ALI, "", "tea", "team", "steam"));
        assertEquals(
                "ali> team", window.press("Ctrl-R").type("team").press("Ctrl-R").lastRow());
        assertEquals("ali> steam", window.press("Backspace").lastRow());
    }
}
