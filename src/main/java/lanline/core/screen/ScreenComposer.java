package lanline.core.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/**
 * Makes the screen of what has happened: each part keeps itself up to date, and {@link #publish} puts them together when the bus has
 * settled, so that a flood of events is one screen. Lives on the bus thread.
 */
public final class ScreenComposer {
    private final Consumer<Screen> display;
    private final Transcripts transcripts;
    private final SidebarRows sidebar;
    private final PersonDetails persons;
    private final Map<MessageId, Delivery.State> unsettled = new HashMap<>();
    private Screen.Self self;
    private HistoryPage history = HistoryPage.NONE;
    private Screen published;

    public ScreenComposer(World world, Nickname ownName, Consumer<Screen> display) {
        this.display = display;
        this.self = new Screen.Self(ownName, Status.ONLINE, true);
        this.published = Screen.starting(ownName);
        EventBus bus = world.bus();
        transcripts = new Transcripts(bus, world.history(), ownName);
        UnreadCounts unread = new UnreadCounts(bus, transcripts, ownName);
        sidebar = new SidebarRows(bus, world.time(), unread);
        persons = new PersonDetails(bus);
        new ProgramLines(bus, world.time(), transcripts);
        bus.subscribe(OwnNameChanged.class, event -> self = new Screen.Self(event.name(), self.status(), false));
        bus.subscribe(OwnStatusChanged.class, event -> self = new Screen.Self(self.name(), event.status(), false));
        bus.subscribe(AddressesKnown.class, event -> self = new Screen.Self(self.name(), self.status(), false));
        bus.subscribe(MessageQueued.class, event -> count(event.message()));
        bus.subscribe(MessageProgressed.class, event -> count(event.message()));
        bus.subscribe(PageLoaded.class, this::onPage);
        bus.subscribe(PageFailed.class, event -> onNoPage(event.tag(), event.reason()));
        bus.subscribe(CommandRefused.class, event -> onNoPage(event.tag(), event.sentence()));
    }

    /** What the screen needs of the world. */
    public record World(EventBus bus, History history, TimeSource time) {}

    /** Hands the newest screen to the display, if anything on it is new. */
    public void publish() {
        Transcript transcript = transcripts.shown(sidebar.currentTitle());
        Screen screen = new Screen(
                self, sidebar.rows(), transcript, activity(), history, persons.of(transcript.conversation()));
        if (!screen.equals(published)) {
            published = screen;
            display.accept(screen);
        }
    }

    private Screen.Activity activity() {
        int failed = (int) unsettled.values().stream()
                .filter(state -> state == Delivery.State.FAILED)
                .count();
        return new Screen.Activity(unsettled.size() - failed, failed, sidebar.activity());
    }

    private void count(ChatMessage message) {
        switch (message.delivery().state()) {
            case QUEUED, FAILED ->
                unsettled.put(message.id(), message.delivery().state());
            case SENT, DELIVERED, RECEIVED -> unsettled.remove(message.id());
        }
    }

    private void onPage(PageLoaded event) {
        if (event.tag().equals(HistoryPage.TAG)) {
            history = new HistoryPage(event.page(), SafeText.EMPTY, history.request() + 1);
        }
    }

    private void onNoPage(Tag tag, SafeText why) {
        if (tag.equals(HistoryPage.TAG)) {
            Page nothing = new Page(ConversationId.HOME, "", List.of(), false);
            history = new HistoryPage(nothing, why, history.request() + 1);
        }
    }
}
