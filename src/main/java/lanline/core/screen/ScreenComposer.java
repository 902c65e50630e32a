package lanline.core.screen;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
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
    private final Alerts alerts;
    private final Comparing comparing;
    private final Map<MessageId, Delivery.State> unsettled = new HashMap<>();
    private Screen.Self self;
    private HistoryPage history = HistoryPage.NONE;
    private Screen published;

    public ScreenComposer(World world, Nickname ownName, Preferences preferences, Consumer<Screen> display) {
        this.display = display;
        this.published = Screen.starting(ownName, preferences);
        this.self = published.self();
        EventBus bus = world.bus();
        Mentions mentions = new Mentions(bus, ownName, preferences);
        transcripts = new Transcripts(bus, world.history(), ownName, mentions);
        transcripts.hide(preferences);
        UnreadCounts unread = new UnreadCounts(bus, transcripts, mentions);
        alerts = new Alerts(bus, world.time(), transcripts, mentions, preferences);
        sidebar = new SidebarRows(bus, world.time(), unread);
        sidebar.ignore(preferences);
        persons = new PersonDetails(bus);
        comparing = new Comparing(bus);
        new ProgramLines(bus, world.time(), transcripts);
        bus.subscribe(OwnNameChanged.class, event -> become(event.name(), self.status(), self.preferences()));
        bus.subscribe(OwnStatusChanged.class, event -> become(self.name(), event.status(), self.preferences()));
        bus.subscribe(AddressesKnown.class, event -> become(self.name(), self.status(), self.preferences()));
        bus.subscribe(
                SettingChanged.class,
                event -> self = new Screen.Self(self.name(), self.status(), self.starting(), event.preferences()));
        bus.subscribe(MessageQueued.class, event -> count(event.message()));
        bus.subscribe(MessageProgressed.class, event -> count(event.message()));
        bus.subscribe(PageLoaded.class, this::onPage);
        bus.subscribe(PageFailed.class, event -> onNoPage(event.tag(), event.reason()));
        bus.subscribe(HistoryExported.class, this::onExported);
        bus.subscribe(CommandRefused.class, event -> onNoPage(event.tag(), event.sentence()));
    }

    private void become(Nickname name, Status status, Preferences preferences) {
        self = new Screen.Self(name, status, false, preferences);
    }

    /** What the screen needs of the world. */
    public record World(EventBus bus, History history, TimeSource time) {}

    /** Hands the newest screen to the display, if anything on it is new. */
    public void publish() {
        Transcript transcript = transcripts.shown(sidebar.currentTitle());
        Screen screen = new Screen(
                self,
                sidebar.rows(),
                transcript,
                activity(),
                history,
                persons.of(transcript.conversation()),
                comparing.last());
        if (!screen.equals(published)) {
            published = screen;
            display.accept(screen);
        }
    }

    private Screen.Activity activity() {
        int failed = Collections.frequency(unsettled.values(), Delivery.State.FAILED);
        return new Screen.Activity(unsettled.size() - failed, failed, sidebar.activity(), alerts.last());
    }

    private void count(ChatMessage message) {
        if (message.delivery().isTakenBack()) {
            unsettled.remove(message.id());
            return;
        }
        switch (message.delivery().state()) {
            case QUEUED, FAILED ->
                unsettled.put(message.id(), message.delivery().state());
            case SENT, ANSWERED, DELIVERED, RECEIVED -> unsettled.remove(message.id());
        }
    }

    private void onPage(PageLoaded event) {
        if (event.tag().equals(HistoryPage.TAG)) {
            history = history.answered(event.page());
        }
    }

    private void onNoPage(Tag tag, SafeText why) {
        if (tag.equals(HistoryPage.TAG)) {
            history = history.failed(why);
        } else if (tag.equals(HistoryPage.EXPORT)) {
            history = history.exported(why);
        }
    }

    private void onExported(HistoryExported event) {
        if (event.tag().equals(HistoryPage.EXPORT)) {
            history = history.exported(Answers.of(event));
        }
    }
}
