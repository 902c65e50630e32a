package lanline.core.screen;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageFailed;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.ClearConversation;
import lanline.core.event.UserCommand.CloseConversation;
import lanline.core.event.UserCommand.LoadBack;
import lanline.core.event.UserCommand.LoadOlder;
import lanline.core.event.UserCommand.ViewMoved;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.port.History.Before;
import lanline.core.text.SafeText;

/** The lines of every open conversation, as they come and as they are loaded. Lives on the bus thread. */
public final class Transcripts {
    /** Messages that are read at a time: several screens full, well under a millisecond to turn into lines. */
    private static final int PAGE = 200;

    /** The same on the way to a message far back: fewer rounds, each still some milliseconds. */
    private static final int LARGE_PAGE = 2_000;

    /**
     * What all transcripts may weigh together, in characters: a third of the memory. Beyond it the heaviest forgets its older half,
     * which the history still has.
     */
    static final long MOST_WEIGHT = 8L << 20;

    private static final String LOADING = "transcript ";

    private final History history;
    private final Map<ConversationId, LiveTranscript> transcripts = new HashMap<>();
    private final Mentions mentions;
    private Set<PeerId> ignored = Set.of();
    private Nickname ownName;
    private ConversationId current = ConversationId.HOME;
    private boolean isFocused = true;

    Transcripts(EventBus bus, History history, Nickname ownName, Mentions mentions) {
        this.history = history;
        this.mentions = mentions;
        this.ownName = ownName;
        transcripts.put(ConversationId.HOME, new LiveTranscript(true));
        bus.subscribe(OwnNameChanged.class, event -> this.ownName = event.name());
        bus.subscribe(MessageArrived.class, event -> onArrived(event.message(), event.kept()));
        bus.subscribe(MessageQueued.class, event -> onQueued(event.message()));
        bus.subscribe(MessageProgressed.class, event -> onProgressed(event.message()));
        bus.subscribe(ConversationsChanged.class, this::onConversations);
        bus.subscribe(ConversationForgotten.class, event -> transcripts.remove(event.conversation()));
        bus.subscribe(ViewMoved.class, this::onViewMoved);
        bus.subscribe(LoadOlder.class, command -> loadMore(command.conversation()));
        bus.subscribe(LoadBack.class, this::onLoadBack);
        bus.subscribe(SettingChanged.class, event -> hide(event.preferences()));
        bus.subscribe(ClearConversation.class, command -> of(current).clear());
        bus.subscribe(CloseConversation.class, command -> forgetCurrent());
        bus.subscribe(
                PageLoaded.class,
                event -> loading(event.tag()).flatMap(this::held).ifPresent(transcript -> {
                    onLoaded(transcript, event.page());
                    goOn(event.page(), transcript);
                }));
        bus.subscribe(
                PageFailed.class,
                event -> loading(event.tag()).flatMap(this::held).ifPresent(LiveTranscript::giveUp));
    }

    /** What ignored people wrote stands in no transcript, whenever it came; in the history it does. */
    void hide(Preferences preferences) {
        Set<PeerId> before = ignored;
        ignored = preferences.ignoredIds();
        Stream.concat(before.stream(), ignored.stream())
                .filter(id -> !before.contains(id) || !ignored.contains(id))
                .map(ConversationId::with)
                .forEach(this::startAnew);
    }

    private void startAnew(ConversationId conversation) {
        held(conversation).ifPresent(LiveTranscript::startAnew);
        if (conversation.equals(current)) {
            load(conversation, PAGE);
        }
    }

    ConversationId current() {
        return current;
    }

    boolean isInSight(ConversationId conversation) {
        return conversation.equals(current) && isFocused && of(current).isEndShown();
    }

    Transcript shown(Transcript.Title title) {
        return of(current).asShown(current, title);
    }

    boolean isOpen(ConversationId conversation) {
        return transcripts.containsKey(conversation);
    }

    /** The program says something in a conversation that is open, else at home. */
    void say(ConversationId about, Line.Said said) {
        ConversationId where = transcripts.containsKey(about) ? about : ConversationId.HOME;
        of(where).say(said, isInSight(where));
        keepLight();
    }

    /** Empty for a conversation that was closed meanwhile. */
    private Optional<LiveTranscript> held(ConversationId conversation) {
        return Optional.ofNullable(transcripts.get(conversation));
    }

    private LiveTranscript of(ConversationId conversation) {
        return transcripts.computeIfAbsent(conversation, id -> new LiveTranscript(id.equals(current)));
    }

    private void onArrived(ChatMessage message, boolean kept) {
        of(message.conversation()).add(lineOf(message, kept), isInSight(message.conversation()));
        keepLight();
    }

    private void onQueued(ChatMessage message) {
        of(message.conversation()).add(lineOf(message, true), isInSight(message.conversation()));
        keepLight();
    }

    private void onProgressed(ChatMessage message) {
        held(message.conversation()).ifPresent(transcript -> transcript.replace(lineOf(message, true)));
    }

    private Line.Message lineOf(ChatMessage message, boolean kept) {
        boolean called = !message.isOwn() && mentions.in(message.text());
        SafeText name =
                message.isOwn() ? ownName.shown() : message.with().name().shown();
        return new Line.Message(message, name, called, kept);
    }

    private void onConversations(ConversationsChanged event) {
        if (!event.current().equals(current)) {
            held(current).ifPresent(LiveTranscript::leave);
            current = event.current();
            of(current).enter();
            of(current).showEnd(of(current).isEndShown(), isFocused);
        }
        if (!current.equals(ConversationId.HOME) && !of(current).isLoaded()) {
            load(current, PAGE);
        }
    }

    private void onViewMoved(ViewMoved command) {
        if (command.focused() != isFocused) {
            isFocused = command.focused();
            goOrCome();
        }
        if (command.conversation().equals(current)) {
            of(current).showEnd(command.atLiveEnd(), isFocused);
        }
    }

    /** Whoever turns to another window leaves the conversation, too. */
    private void goOrCome() {
        if (isFocused) {
            of(current).enter();
        } else {
            of(current).leave();
        }
    }

    private void forgetCurrent() {
        if (!current.equals(ConversationId.HOME)) {
            transcripts.remove(current);
        }
    }

    private void loadMore(ConversationId conversation) {
        if (transcripts.containsKey(conversation)) {
            load(conversation, PAGE);
        }
    }

    private void onLoadBack(LoadBack command) {
        held(command.conversation()).ifPresent(transcript -> {
            transcript.wantBack(command.number());
            loadWanted(command.conversation(), transcript);
        });
    }

    /** Reads on where more is wanted, where what was read is outdated, and where nothing of it is to be seen. */
    private void goOn(Page page, LiveTranscript transcript) {
        ConversationId conversation = page.conversation();
        if (!transcript.isLoaded() && conversation.equals(current)) {
            load(conversation, PAGE);
        } else if (page.hasOlder() && showsNothing(page)) {
            load(conversation, LARGE_PAGE);
        } else {
            loadWanted(conversation, transcript);
        }
    }

    private boolean showsNothing(Page page) {
        List<Stored> messages = page.messages();
        return !messages.isEmpty() && messages.stream().allMatch(stored -> isHidden(stored.message()));
    }

    private boolean isHidden(ChatMessage message) {
        return !message.isOwn() && ignored.contains(message.with().id());
    }

    private void loadWanted(ConversationId conversation, LiveTranscript transcript) {
        if (transcript.wantsMore()) {
            load(conversation, LARGE_PAGE);
        }
    }

    private void load(ConversationId conversation, int page) {
        LiveTranscript transcript = of(conversation);
        if (!conversation.equals(ConversationId.HOME) && transcript.beginLoading()) {
            history.read(Tag.internal(LOADING + conversation), conversation, transcript.oldest(), page);
        }
    }

    private static Optional<ConversationId> loading(Tag tag) {
        String prefix = Tag.internal(LOADING).text();
        return tag.text().startsWith(prefix)
                ? Optional.of(new ConversationId(tag.text().substring(prefix.length())))
                : Optional.empty();
    }

    private void onLoaded(LiveTranscript transcript, Page page) {
        List<Stored> messages = page.messages();
        Before next = messages.isEmpty()
                ? transcript.oldest()
                : Before.number(messages.get(0).number());
        List<Line.Message> lines = messages.stream()
                .map(Stored::message)
                .filter(message -> !isHidden(message))
                .map(message -> lineOf(message, true))
                .toList();
        transcript.addOlder(lines, next, page.hasOlder());
    }

    private void keepLight() {
        if (weight() > MOST_WEIGHT) {
            transcripts.values().stream()
                    .max(Comparator.comparingLong(LiveTranscript::weight))
                    .ifPresent(LiveTranscript::shrink);
        }
    }

    long weight() {
        long weight = 0;
        for (LiveTranscript transcript : transcripts.values()) {
            weight += transcript.weight();
        }
        return weight;
    }
}
