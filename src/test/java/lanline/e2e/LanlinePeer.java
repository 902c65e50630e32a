package lanline.e2e;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.port.KeySource;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.session.Claim;
import lanline.core.session.Frame;
import lanline.core.session.OwnSide;
import lanline.core.session.Session;
import lanline.core.session.SessionOutput;
import lanline.core.session.Suite;
import lanline.core.session.WeakerSession;
import lanline.core.text.SafeText;

/**
 * Somebody with a key who speaks the protocol of Lanline as the tests tell it: in order, or not. Its sessions live in the test, on the test's
 * thread; its bytes go through a {@link Wire}.
 */
final class LanlinePeer {
    private static final KeySource KEYS = new SecureRandom()::nextBytes;

    private final RawPeer raw;
    private final Wire wire;
    private final String address;
    private final OwnSide own;
    private final Map<String, PeerConnection> connections = new HashMap<>();
    private final Overheard overheard = new Overheard();

    private Behaviour behaviour = (leaving, before) -> leaving;
    private Listener listener = this::receipt;

    LanlinePeer(Running host, IdentityKeyPair identity, String name, Endpoint at) {
        this(new RawPeer(host), new Wire(host), identity, name, at);
    }

    private LanlinePeer(RawPeer raw, Wire wire, IdentityKeyPair identity, String name, Endpoint at) {
        this.raw = raw;
        this.wire = wire;
        address = at.host().text();
        Claim.Run run = new Claim.Run(InstanceId.random(new SecureRandom()), System.currentTimeMillis(), 1);
        Claim claim = new Claim(identity.id(), Nickname.fromPeer(name), at.port(), run);
        own = new OwnSide(
                identity, X25519KeyPair.generate(KEYS), KEYS, () -> claim, (other, suite) -> Optional.empty());
    }

    /** What becomes of bytes that are about to leave, {@code before} others on their link; what is missing at their end cuts the link off. */
    interface Behaviour {
        Bytes change(Bytes leaving, int before);
    }

    /** What is done about something said on a link. */
    interface Listener {
        void heard(String link, Frame frame) throws InterruptedException;
    }

    /** Somebody else in the same process. */
    LanlinePeer another(IdentityKeyPair identity, String name, Endpoint at) {
        return new LanlinePeer(raw, wire, identity, name, at);
    }

    RawPeer raw() {
        return raw;
    }

    Wire wire() {
        return wire;
    }

    LanlineId id() {
        return claim().id();
    }

    Claim claim() {
        return own.claim().get();
    }

    /** From now on; until then, what it should. */
    void behave(Behaviour changed) {
        behaviour = changed;
    }

    /** Says that it is there, to everybody ({@code 10.88.0.255}) or somebody; what comes a second later again says nothing new. */
    void announce(String to) throws InterruptedException {
        raw.announce(address, to, AnnouncedPeer.announcement(own, address).toText());
    }

    /** From now on; until then, messages are receipted as they would be once they are stored. */
    void heed(Listener changed) {
        listener = changed;
    }

    private void receipt(String link, Frame frame) throws InterruptedException {
        if (frame instanceof Frame.Text text) {
            say(link, new Frame.Receipt(List.of(text.id())));
        }
    }

    void listen() throws InterruptedException {
        wire.listen(claim().port(), this::handle);
    }

    /** Dials {@code to} and waits until there is a session, or none will be. */
    PeerConnection dial(String link, String to, LanlineId expected) throws InterruptedException {
        return dial(link, to, address, expected);
    }

    /** Dials with the older of the two suites. */
    PeerConnection dialWeaker(String link, String to, LanlineId expected) throws InterruptedException {
        return dial(link, to, address, WeakerSession.dial(own, expected));
    }

    PeerConnection dial(String link, String to, String from, LanlineId expected) throws InterruptedException {
        return dial(link, to, from, Session.dial(own, expected));
    }

    private PeerConnection dial(String link, String to, String from, Session session) throws InterruptedException {
        PeerConnection connection = new PeerConnection(session);
        connections.put(link, connection);
        wire.call(link, to, from, this::handle);
        handle(link, connection.session.opened());
        return await(() -> Optional.of(connection).filter(dialled -> dialled.up.isPresent() || dialled.isOver));
    }

    /** Waits until a link has a session with {@code id}, whoever dialled; returns the name of the link. */
    String awaitSession(LanlineId id) throws InterruptedException {
        return await(() -> first(
                connection -> !connection.isOver && connection.up.map(Claim::id).equals(Optional.of(id))));
    }

    /** Waits until {@code count} links are over. */
    void awaitOver(int count) throws InterruptedException {
        await(() -> Optional.of(count)
                .filter(wanted -> connections.values().stream()
                                .filter(connection -> connection.isOver)
                                .count()
                        >= wanted));
    }

    /** What was said in any session. */
    List<String> texts() {
        return connections.values().stream()
                .flatMap(connection -> connection.frames.stream())
                .filter(Frame.Text.class::isInstance)
                .map(frame -> ((Frame.Text) frame).text().value())
                .toList();
    }

    /** Waits for a message. */
    Frame.Text awaitText(String text) throws InterruptedException {
        return await(() -> connections.values().stream()
                .flatMap(connection -> connection.frames.stream())
                .filter(frame ->
                        frame instanceof Frame.Text said && said.text().value().equals(text))
                .map(Frame.Text.class::cast)
                .findFirst());
    }

    /** Waits for something said on a link. */
    <T> T awaitFrame(String link, Function<Frame, Optional<T>> wanted) throws InterruptedException {
        return await(() -> connections.get(link).frames.stream()
                .flatMap(frame -> wanted.apply(frame).stream())
                .findFirst());
    }

    /** What one session has beside all others: the same on both sides. */
    Bytes binding(String link) {
        return connections.get(link).binding;
    }

    MessageId say(String link, String text) throws InterruptedException {
        MessageId id = MessageId.random(new SecureRandom());
        say(link, new Frame.Text(id, SafeText.message(text)));
        return id;
    }

    void say(String link, Frame frame) throws InterruptedException {
        handle(link, connections.get(link).session.say(frame));
    }

    void cut(String link) throws InterruptedException {
        connections.get(link).isOver = true;
        wire.cut(link);
    }

    /** All that came, on whatever link. */
    Overheard overheard() {
        return overheard;
    }

    private interface Question<T> {
        Optional<T> answer();
    }

    /** Handles what happens until there is an answer. */
    private <T> T await(Question<T> question) throws InterruptedException {
        Optional<T> answer = question.answer();
        while (answer.isEmpty()) {
            wire.hearNext();
            answer = question.answer();
        }
        return answer.get();
    }

    private Optional<String> first(Function<PeerConnection, Boolean> wanted) {
        return connections.entrySet().stream()
                .filter(entry -> wanted.apply(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void handle(Wire.Event event) throws InterruptedException {
        PeerConnection connection =
                connections.computeIfAbsent(event.link(), link -> new PeerConnection(Session.accept(own)));
        switch (event.kind()) {
            case "heard" -> {
                overheard.add(event.bytes());
                handle(event.link(), connection.session.receive(event.bytes()));
            }
            case "ended", "cut" -> {
                connection.isOver = true;
                connection.session.end();
            }
            default -> {} // It was accepted: the other side speaks first.
        }
    }

    private void handle(String link, List<SessionOutput> outputs) throws InterruptedException {
        List<Bytes> leaving = new ArrayList<>();
        PeerConnection connection = connections.get(link);
        outputs.forEach(output -> output.deliverTo(new Hands(connection, leaving)));
        for (Bytes bytes : leaving) {
            transmit(link, bytes);
        }
        if (connection.isBroken && !connection.isOver) {
            cut(link);
        }
        while (connection.heard < connection.frames.size()) {
            listener.heard(link, connection.frames.get(connection.heard++));
        }
    }

    private void transmit(String link, Bytes bytes) throws InterruptedException {
        PeerConnection connection = connections.get(link);
        if (connection.isOver) {
            return;
        }
        Bytes changed = behaviour.change(bytes, connection.sent);
        connection.sent += bytes.length();
        wire.send(link, changed);
        if (changed.length() < bytes.length()) {
            cut(link);
        }
    }

    /** What a session wants done is done. */
    private final class Hands implements SessionOutput.Handler {
        private final PeerConnection connection;
        private final List<Bytes> leaving;

        Hands(PeerConnection connection, List<Bytes> leaving) {
            this.connection = connection;
            this.leaving = leaving;
        }

        @Override
        public void transmit(Bytes bytes) {
            leaving.add(bytes);
        }

        @Override
        public void up(Claim other, Suite suite, Bytes channelBinding) {
            connection.up = Optional.of(other);
            connection.binding = channelBinding;
        }

        @Override
        public void heard(Frame frame) {
            connection.frames.add(frame);
        }

        @Override
        public void broken(String why) {
            connection.isBroken = true;
        }
    }
}
