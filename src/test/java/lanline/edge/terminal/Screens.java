package lanline.edge.terminal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lanline.core.event.StorageEvent.Page;
import lanline.core.model.ChatMessage;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ConversationId;
import lanline.core.model.Correspondent;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.model.Trust;
import lanline.core.screen.HistoryPage;
import lanline.core.screen.Line;
import lanline.core.screen.Lines;
import lanline.core.screen.PersonRow;
import lanline.core.screen.Screen;
import lanline.core.screen.Transcript;
import lanline.core.text.SafeText;
import lanline.testing.Samples;

/** Screens as the core would hand them over: Ece talks with Ali, some others are here. */
final class Screens {
    static final Nickname ECE = Nickname.fromPeer("ece");
    static final ConversationId ALI = new ConversationId("ali-id");
    static final Screen STARTING = Screen.starting(ECE);

    private Lines lines = Lines.NONE;
    private long newFrom = Transcript.NOTHING_NEW;
    private boolean hasOlder;
    private ConversationId conversation = ALI;
    private String title = "ali";
    private final List<PersonRow> people = new ArrayList<>();
    private Screen.Activity activity = new Screen.Activity(0, 0, List.of());
    private String security = "encrypted, not yet verified";
    private Preferences preferences = Preferences.USUAL;
    private HistoryPage history = STARTING.history();
    private Optional<Screen.Person> person = Optional.empty();
    private Optional<Screen.Comparison> comparison = Optional.empty();

    static Screens talk() {
        return new Screens();
    }

    /** Friday evening and Saturday at noon, as in ux.md. */
    static Screens asInTheSpecification() {
        return talk().from("ali", "2020-11-20T18:02:00Z", "the switch in room 4 is down again")
                .own("2020-11-20T18:03:00Z", "which port?", new Delivery(Delivery.State.DELIVERED, SafeText.EMPTY))
                .from("ali", "2020-11-20T18:03:10Z", "12 to 16. LEDs off, cable is fine")
                .from("ali", "2020-11-21T09:14:00Z", "swapped the SFP, ports are up")
                .newHere()
                .mention("ali", "2020-11-21T12:53:00Z", "ece: and port 16?")
                .own("2020-11-21T12:55:00Z", "can someone look at it?", Delivery.QUEUED)
                .person("ali", 2, Presence.ONLINE, false, 1, true)
                .person("berk", 3, Presence.ONLINE, false, 2, false)
                .person("can", 0, Presence.ONLINE, false, 0, false)
                .person("deniz", 0, Presence.AWAY, false, 0, false)
                .person("eren", 0, Presence.ONLINE, true, 0, false)
                .activity(new Screen.Activity(
                        1, 0, List.of(new Screen.Unread(3, new ConversationId("berk-id"), "berk", 2, false))));
    }

    Screens from(String name, String time, String text) {
        return message(name, time, text, Delivery.RECEIVED, false);
    }

    Screens mention(String name, String time, String text) {
        return message(name, time, text, Delivery.RECEIVED, true);
    }

    Screens own(String time, String text, Delivery delivery) {
        return message("ece", time, text, delivery, false);
    }

    /** From ali, or own, in the old course encryption. */
    Screens weak(String time, String text, Delivery delivery) {
        ChatMessage plain = message("ali", time, text, delivery);
        ChatMessage weak = new ChatMessage(
                plain.id(), plain.direction(), plain.with(), plain.text(), plain.time(), delivery, Security.WEAK);
        lines = lines.plus(new Line.Message(weak, SafeText.line(plain.isOwn() ? "ece" : "ali"), false, true));
        return this;
    }

    private Screens message(String name, String time, String text, Delivery delivery, boolean mentions) {
        boolean own = delivery.state() != Delivery.State.RECEIVED;
        ChatMessage message = message(own ? "ali" : name, time, text, delivery);
        lines = lines.plus(new Line.Message(message, SafeText.line(name), mentions, true));
        return this;
    }

    static ChatMessage message(String with, String time, String text, Delivery delivery) {
        boolean own = delivery.state() != Delivery.State.RECEIVED;
        Correspondent peer = new Correspondent(
                new PeerId(with + "-id"), Nickname.fromPeer(with), new HostAddress("10.0.0.2"), Speaks.LANLINE);
        MessageId id =
                new MessageId("0".repeat(16) + HexFormat.of().toHexDigits(Math.abs((long) (text + time).hashCode())));
        Direction direction = own ? Direction.SENT : Direction.RECEIVED;
        return new ChatMessage(id, direction, peer, SafeText.message(text), Instant.parse(time), delivery);
    }

    Screens said(String time, String text, boolean trouble) {
        lines = lines.plus(new Line.Said(Instant.parse(time), SafeText.message(text), trouble));
        return this;
    }

    Screens newHere() {
        newFrom = lines.firstKey() + lines.size();
        return this;
    }

    Screens withOlder(List<Line> older) {
        lines = lines.after(older);
        return this;
    }

    Screens hasOlder() {
        hasOlder = true;
        return this;
    }

    Screens in(String id, String name) {
        conversation = new ConversationId(id);
        title = name;
        lines = Lines.NONE;
        return this;
    }

    Screens person(String name, int number, Presence presence, boolean older, int unread, boolean mentions) {
        ConversationId id = new ConversationId(name + "-id");
        int silent = presence == Presence.AWAY ? 12 : 0;
        PersonRow.State state = new PersonRow.State(presence, older, silent, id.equals(conversation));
        people.add(new PersonRow(id, number, SafeText.line(name), state, unread, mentions));
        return this;
    }

    /** The current conversation is with this one, online or away since noon. */
    Screens with(String name, Presence presence, Speaks speaks, String... addresses) {
        List<Route> routes = Arrays.stream(addresses)
                .map(address -> new Route(List.of(new Endpoint(new HostAddress(address), 6_001))))
                .toList();
        Instant noon = Instant.parse("2020-11-21T12:00:00Z");
        PeerId id = speaks == Speaks.LANLINE ? PeerId.lanline(Samples.id('2')) : new PeerId(name + "@" + addresses[0]);
        person = Optional.of(
                new Screen.Person(new Peer(id, Nickname.fromPeer(name), presence, speaks, routes, noon), noon));
        return this;
    }

    /** Whom the current conversation is with is thought of so. */
    Screens trusted(Trust trust, boolean suspect) {
        person = person.map(one -> {
            Peer peer = one.peer();
            Peer now = new Peer(
                    peer.id(),
                    peer.persona().withTrust(trust, suspect),
                    peer.presence(),
                    peer.speech(),
                    peer.routes(),
                    peer.lastHeard());
            return new Screen.Person(now, one.since());
        });
        return this;
    }

    Screens compares(ComparisonStage stage, String sentence, String... words) {
        comparison = Optional.of(new Screen.Comparison(
                conversation, SafeText.line(title), stage, List.of(words), SafeText.line(sentence)));
        return this;
    }

    Screens doubts(String name, PersonRow.Doubt doubt) {
        PersonRow.State state = new PersonRow.State(Presence.ONLINE, false, 0, false, false, doubt);
        people.add(new PersonRow(new ConversationId(name + "-id"), 0, SafeText.line(name), state, 0, false));
        return this;
    }

    Screens security(String words) {
        security = words;
        return this;
    }

    Screens activity(Screen.Activity changed) {
        activity = changed;
        return this;
    }

    Screens ignored(String name) {
        PersonRow.State state = new PersonRow.State(Presence.ONLINE, false, 0, false, true, PersonRow.Doubt.NONE);
        people.add(new PersonRow(new ConversationId(name + "-id"), 0, SafeText.line(name), state, 0, false));
        return this;
    }

    Screens prefer(Preferences changed) {
        preferences = changed;
        return this;
    }

    Preferences preferences() {
        return preferences;
    }

    /** What the core answered to the history view's question, for the {@code request}th time. */
    static HistoryPage answer(Page page, SafeText problem, long request) {
        return new HistoryPage(page, problem, request, STARTING.history().exported());
    }

    Screens history(HistoryPage page) {
        history = page;
        return this;
    }

    Screen screen() {
        Transcript.Title words =
                new Transcript.Title(SafeText.line(title), SafeText.line("10.0.0.2"), SafeText.line(security));
        Transcript transcript = new Transcript(conversation, words, lines, newFrom, hasOlder);
        Screen.Self self = new Screen.Self(ECE, Status.ONLINE, false, preferences);
        return new Screen(self, new Screen.Sidebar(people, 7), transcript, activity, history, person, comparison);
    }
}
