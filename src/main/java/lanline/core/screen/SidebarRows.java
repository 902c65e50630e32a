package lanline.core.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lanline.core.event.ChatEvent.ConversationForgotten;
import lanline.core.event.ChatEvent.ConversationOpened;
import lanline.core.event.ChatEvent.ConversationsChanged;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.ProtectionChosen;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ConversationId;
import lanline.core.model.Correspondent;
import lanline.core.model.LanlineId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** The people in the sidebar: open conversations in the order of their numbers, then everybody else by name. Lives on the bus thread. */
final class SidebarRows {
    /** Building a list of this many takes far less than drawing it; it follows every change at once. */
    static final int SHORT_LIST = 200;

    /** A longer one follows its changes this often: a whole network that appears within a second is thousands of them. */
    static final int LONG_LIST_EVERY_MILLIS = 50;

    /** Beside who is away stands since how many minutes. */
    private static final int MINUTE_MILLIS = 60_000;

    private final TimeSource time;
    private final UnreadCounts unread;
    private final Judgements judgements;
    private final Map<ConversationId, Peer> peers = new HashMap<>();
    private final Map<ConversationId, Correspondent> writtenWith = new HashMap<>();
    private final TreeMap<String, ConversationId> byName = new TreeMap<>();
    /** How many bear a name, and a name at an address. */
    private final Map<String, Integer> bearers = new HashMap<>();

    private Set<ConversationId> ignored = Set.of();
    private List<ConversationId> open = List.of();
    private ConversationId current = ConversationId.HOME;
    private int here;
    private long changes;
    private long builtFrom = -1;
    private long nextBuild;
    private boolean isAnybodyAway;
    private final Set<PeerId> weak = new HashSet<>();
    private Screen.Sidebar built = Screen.Sidebar.EMPTY;

    SidebarRows(EventBus bus, TimeSource time, UnreadCounts unread) {
        this.time = time;
        this.unread = unread;
        this.judgements = new Judgements(bus);
        bus.subscribe(PeerAppeared.class, event -> put(event.peer()));
        bus.subscribe(PeerChanged.class, event -> {
            remove(event.before());
            put(event.peer());
        });
        bus.subscribe(PeerLeft.class, event -> remove(event.peer()));
        bus.subscribe(TrustChanged.class, event -> changes++);
        bus.subscribe(ConversationsChanged.class, event -> {
            open = event.open();
            current = event.current();
            changes++;
        });
        bus.subscribe(ConversationForgotten.class, event -> writtenWith.remove(event.conversation()));
        bus.subscribe(MessageArrived.class, event -> remember(event.message().with()));
        bus.subscribe(MessageQueued.class, event -> remember(event.message().with()));
        bus.subscribe(
                ConversationOpened.class,
                event -> event.peer().map(Peer::asCorrespondent).ifPresent(this::remember));
        bus.subscribe(SettingChanged.class, event -> ignore(event.preferences()));
        bus.subscribe(ProtectionChosen.class, this::onProtection);
        bus.subscribe(PageLoaded.class, event -> onPage(event.page()));
    }

    /** The rows; the same object until something in them changes, or a minute is over. A long list follows a little later. */
    Screen.Sidebar rows() {
        long now = time.uptimeMillis();
        long state = changes + unread.changes() + now / MINUTE_MILLIS;
        if (state == builtFrom) {
            return built;
        }
        if (byName.size() > SHORT_LIST && now < nextBuild) {
            time.wakeAt(nextBuild);
            return built;
        }
        builtFrom = state;
        isAnybodyAway = false;
        nextBuild = now + LONG_LIST_EVERY_MILLIS;
        built = build();
        if (isAnybodyAway) {
            time.wakeAt((now / MINUTE_MILLIS + 1) * MINUTE_MILLIS);
        }
        return built;
    }

    /** Who is ignored is said so beside the name. */
    void ignore(Preferences preferences) {
        ignored = preferences.ignoredIds().stream().map(ConversationId::with).collect(Collectors.toUnmodifiableSet());
        changes++;
    }

    private void onProtection(ProtectionChosen event) {
        if (event.security() == Security.WEAK) {
            weak.add(event.peer());
        } else {
            weak.remove(event.peer());
        }
    }

    private Screen.Sidebar build() {
        List<PersonRow> rows = new ArrayList<>(open.size() + byName.size());
        Set<ConversationId> shown = new HashSet<>(open);
        for (int i = 0; i < open.size(); i++) {
            rows.add(row(open.get(i), i + 1));
        }
        for (ConversationId conversation : byName.values()) {
            if (!shown.contains(conversation)) {
                rows.add(row(conversation, 0));
            }
        }
        return new Screen.Sidebar(rows, here);
    }

    /** Open conversations with something unread, mentions first, then in the order of their numbers. */
    List<Screen.Unread> activity() {
        List<Screen.Unread> mentions = new ArrayList<>();
        List<Screen.Unread> others = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            UnreadCounts.Count count = unread.of(open.get(i));
            if (count.messages() > 0) {
                String label = label(open.get(i)).value();
                (count.mentions() ? mentions : others)
                        .add(new Screen.Unread(shown(i + 1), open.get(i), label, count.messages(), count.mentions()));
            }
        }
        mentions.addAll(others);
        return mentions;
    }

    Transcript.Title currentTitle() {
        Peer peer = peers.get(current);
        if (peer != null) {
            Security chosen = weak.contains(peer.id()) ? Security.WEAK : Security.NONE;
            return title(peer.name().shown(), peer.address().text(), Answers.security(peer, chosen));
        }
        Correspondent last = writtenWith.get(current);
        if (last != null) {
            return title(
                    last.name().shown(),
                    last.address().text(),
                    Answers.security(last.speaks(), judgements.of(last.id())));
        }
        SafeText name = SafeText.line(current.equals(ConversationId.HOME) ? "Lanline" : current.text());
        return new Transcript.Title(name, SafeText.EMPTY, SafeText.EMPTY);
    }

    private static Transcript.Title title(SafeText name, String address, String security) {
        return new Transcript.Title(name, SafeText.line(address), SafeText.line(security));
    }

    private PersonRow row(ConversationId conversation, int number) {
        UnreadCounts.Count count = unread.of(conversation);
        return new PersonRow(
                conversation,
                shown(number),
                label(conversation),
                state(conversation),
                count.messages(),
                count.mentions());
    }

    /** The Alt keys reach ten. */
    private static int shown(int number) {
        return number <= 10 ? number : 0;
    }

    private PersonRow.State state(ConversationId conversation) {
        boolean isCurrent = conversation.equals(current);
        boolean isIgnored = ignored.contains(conversation);
        Peer peer = peers.get(conversation);
        if (peer == null) {
            Trust trust = judgements.of(new PeerId(conversation.text()));
            PersonRow.Doubt doubt = trust == Trust.BLOCKED ? PersonRow.Doubt.BLOCKED : PersonRow.Doubt.NONE;
            return new PersonRow.State(Presence.GONE, false, 0, isCurrent, isIgnored, doubt);
        }
        long silentMillis = time.now().toEpochMilli() - peer.lastHeard().toEpochMilli();
        boolean isAway = peer.presence() == Presence.AWAY;
        isAnybodyAway |= isAway;
        int minutes = isAway ? (int) Math.max(0, silentMillis / MINUTE_MILLIS) : 0;
        boolean isOlder = peer.speaks() != Speaks.LANLINE;
        return new PersonRow.State(peer.presence(), isOlder, minutes, isCurrent, isIgnored, doubt(peer));
    }

    private static PersonRow.Doubt doubt(Peer peer) {
        if (peer.trust() == Trust.CHANGED) {
            return PersonRow.Doubt.CHANGED;
        }
        if (peer.trust() == Trust.BLOCKED) {
            return PersonRow.Doubt.BLOCKED;
        }
        return peer.persona().isSuspect() ? PersonRow.Doubt.SUSPECT : PersonRow.Doubt.NONE;
    }

    private SafeText label(ConversationId conversation) {
        Peer peer = peers.get(conversation);
        if (peer != null) {
            return labelOf(peer);
        }
        Correspondent last = writtenWith.get(conversation);
        return last == null ? SafeText.line(conversation.text()) : last.name().shown();
    }

    /** How the key begins tells apart whom the name does not. */
    private SafeText labelOf(Peer peer) {
        Optional<LanlineId> key = LanlineId.parse(peer.id().text());
        if (!Answers.doubt(peer).isEmpty() && key.isPresent()) {
            return SafeText.line(peer.name() + " " + key.get().hint());
        }
        if (!isDouble(peer.name().folded())) {
            return peer.name().shown();
        }
        return SafeText.line(isDouble(foldedFullName(peer)) ? peer.exactName() : peer.fullName());
    }

    private boolean isDouble(String name) {
        return bearers.getOrDefault(name, 0) > 1;
    }

    private static String foldedFullName(Peer peer) {
        return peer.name().folded() + "@" + peer.address();
    }

    private void put(Peer peer) {
        ConversationId conversation = ConversationId.with(peer.id());
        peers.put(conversation, peer);
        byName.put(sortKey(peer), conversation);
        bearers.merge(peer.name().folded(), 1, Integer::sum);
        bearers.merge(foldedFullName(peer), 1, Integer::sum);
        here += peer.isHere() ? 1 : 0;
        changes++;
    }

    private void remove(Peer peer) {
        ConversationId conversation = ConversationId.with(peer.id());
        if (peers.remove(conversation) != null) {
            byName.remove(sortKey(peer));
            bearers.computeIfPresent(peer.name().folded(), (any, count) -> count > 1 ? count - 1 : null);
            bearers.computeIfPresent(foldedFullName(peer), (any, count) -> count > 1 ? count - 1 : null);
            here -= peer.isHere() ? 1 : 0;
            changes++;
            if (open.contains(conversation)) {
                writtenWith.put(conversation, peer.asCorrespondent());
            }
        }
    }

    private static String sortKey(Peer peer) {
        PeerId id = peer.id();
        return peer.name().folded() + "\0" + id;
    }

    private void remember(Correspondent with) {
        if (!with.equals(writtenWith.put(ConversationId.with(with.id()), with))) {
            changes++;
        }
    }

    /** Who was not heard in this run bears the name of the last message. */
    private void onPage(Page page) {
        boolean isNameless = open.contains(page.conversation()) && !writtenWith.containsKey(page.conversation());
        if (isNameless && !page.messages().isEmpty()) {
            remember(page.messages().get(page.messages().size() - 1).message().with());
        }
    }
}
