package lanline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Status;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.session.Claim;
import lanline.core.session.Frame;
import lanline.core.session.OwnSide;
import lanline.core.session.Session;
import lanline.core.session.SessionOutput;
import lanline.core.session.Suite;
import lanline.core.text.SafeText;

/**
 * Somebody on the LAN who wants harm: says again what others have said, changes it on its way, claims to be who it is not, and lets no
 * connection be that it can divert. All that it says of its own begins with {@link #LIE}.
 */
final class Forger implements SimProgram {
    /** No text of an honest person begins so. */
    static final String LIE = "lie ";

    private static final int MOST_REMEMBERED = 64;
    private static final int PORT = 6_001;
    /** An hour: within the day by which clocks may differ. */
    private static final long AHEAD_MILLIS = 3_600_000;

    private record Heard(Endpoint from, int port, Bytes payload) {}

    /** What becomes of a connection that was diverted to it. */
    private enum Way {
        MIRROR,
        PASS_ON,
        CHANGE_BITS,
        CUT_SHORT,
        SAY_TWICE,
        ANSWER_AS_AN_OLDER_PROGRAM,
        OWN_KEY,
        SILENCE
    }

    final IdentityKeyPair key;

    /** What people wrote to it. */
    final List<String> told = new ArrayList<>();

    private final SimLan lan;
    private final SimMachine machine;
    private final Supplier<List<SimHost>> victims;
    private final List<Heard> datagrams = new ArrayList<>();
    private final List<Bytes> streams = new ArrayList<>();
    private final Set<SimLink.Side> open = new LinkedHashSet<>();
    private final Map<SimLink.Side, Way> ways = new HashMap<>();
    private final Map<SimLink.Side, SimLink.Side> passedOn = new HashMap<>();
    private final Map<SimLink.Side, Session> sessions = new HashMap<>();
    private final InstanceId instance;
    private final X25519KeyPair sessionKey;
    private int lies;

    Forger(SimLan lan, SimMachine machine, Supplier<List<SimHost>> victims) {
        this.lan = lan;
        this.machine = machine;
        this.victims = victims;
        key = IdentityKeyPair.generate(lan.agenda.random()::nextBytes);
        instance = InstanceId.random(lan.agenda.random());
        sessionKey = X25519KeyPair.generate(lan.agenda.random()::nextBytes);
        machine.programs.add(this);
    }

    /** Does one thing, if there is somebody to do it to. */
    void act() {
        Optional<SimHost> someone = any(victims.get());
        if (someone.isEmpty()) {
            return;
        }
        SimHost victim = someone.get();
        switch (lan.agenda.between(0, 6)) {
            case 0 -> any(datagrams).ifPresent(heard -> say(heard.from(), heard.port(), heard.payload()));
            case 1 -> any(datagrams).ifPresent(heard -> say(own(), heard.port(), heard.payload()));
            case 2 -> any(datagrams).ifPresent(heard -> say(heard.from(), heard.port(), changed(heard.payload())));
            case 3 -> announce(victim, key.id(), own().host());
            case 4 -> addressOf(victim).ifPresent(address -> announce(victim, victim.home.identity.id(), address));
            case 5 -> endpointOf(victim).ifPresent(this::dial);
            default -> divert(victim);
        }
    }

    private void say(Endpoint from, int port, Bytes payload) {
        machine.interfaces.forEach(on -> lan.forge(machine, from, on, port, payload));
    }

    private Endpoint own() {
        return new Endpoint(machine.interfaces.get(0).address(), PORT);
    }

    /** Under the name of {@code victim}, as {@code id}, signed with the own key; in its own name if that is its own id. */
    private void announce(SimHost victim, LanlineId id, HostAddress from) {
        LanInterface on = machine.interfaces.get(0);
        Status status = lan.agenda.chance(0.3) ? Status.BYE : Status.ONLINE;
        long epoch = victim.home.epoch + AHEAD_MILLIS;
        boolean isOwn = id.equals(key.id());
        SelfDescription.Run run =
                new SelfDescription.Run(isOwn ? instance : victim.instance, epoch, lan.agenda.between(0, 1_000));
        Nickname name = isOwn ? victim.name : Nickname.fromPeer("forged" + lies++);
        SelfDescription.Identity identity = new SelfDescription.Identity(id, victim.home.identity.uuid());
        SelfDescription self = new SelfDescription(identity, name, status, PORT, SimHost.PERIOD_SECONDS, run);
        LanInterface.of("eth0", from, on.prefixLength())
                .map(there -> new OwnDialect(key).announcement(self, there))
                .ifPresent(signed -> say(new Endpoint(from, PORT), SimHost.UDP, signed));
    }

    private Optional<HostAddress> addressOf(SimHost victim) {
        return victim.machine().interfaces.stream()
                .map(LanInterface::address)
                .filter(address -> machine.addressTowards(address).isPresent())
                .findFirst();
    }

    private Optional<Endpoint> endpointOf(SimHost victim) {
        return addressOf(victim).map(address -> new Endpoint(address, victim.tcpPort()));
    }

    /** Says again what somebody said once; or begins a session as somebody else. */
    private void dial(Endpoint to) {
        SimLink.Side side = begin(to);
        Optional<Bytes> stream = any(streams);
        if (stream.isPresent() && lan.agenda.chance(0.4)) {
            side.transmit(stream.get());
        } else {
            Optional<SimHost> at = victims.get().stream()
                    .filter(host -> endpointOf(host).filter(to::equals).isPresent())
                    .findFirst();
            at.ifPresent(host -> sessions.put(side, Session.dial(ownSide(), host.home.identity.id())));
        }
    }

    private SimLink.Side begin(Endpoint to) {
        SimLink.Side side = lan.dial(this, to, 2_000);
        open.add(side);
        return side;
    }

    /** The own key, shown as somebody else's or as its own. */
    private OwnSide ownSide() {
        LanlineId claimed = any(victims.get())
                .filter(any -> lan.agenda.chance(0.7))
                .map(host -> host.home.identity.id())
                .orElse(key.id());
        Claim claim = new Claim(
                claimed,
                Nickname.fromPeer("forged" + lies++),
                PORT,
                new Claim.Run(instance, lan.agenda.between(0, 1_000_000), 0));
        return new OwnSide(
                key, sessionKey, lan.agenda.random()::nextBytes, () -> claim, (other, suite) -> Optional.empty());
    }

    /** For a while who dials {@code victim} gets this program. */
    private void divert(SimHost victim) {
        endpointOf(victim).ifPresent(to -> {
            lan.diverted.put(to, this);
            lan.agenda.in(lan.agenda.between(500, 8_000), () -> lan.diverted.remove(to));
        });
    }

    boolean isAtWork() {
        return machine.programs.contains(this);
    }

    /** Ends all that goes through it. */
    void stop() {
        List.copyOf(open).forEach(SimLink.Side::close);
        machine.programs.remove(this);
    }

    @Override
    public void datagram(Endpoint from, int port, Bytes payload) {
        if (datagrams.size() < MOST_REMEMBERED) {
            datagrams.add(new Heard(from, port, payload));
        } else {
            datagrams.set(lan.agenda.between(0, MOST_REMEMBERED - 1), new Heard(from, port, payload));
        }
    }

    @Override
    public void datagram(Endpoint from, Bytes payload) {
        datagram(from, SimHost.UDP, payload);
    }

    @Override
    public boolean hears(int port) {
        return true;
    }

    @Override
    public void accepted(SimLink.Side side, Endpoint from) {
        open.add(side);
        boolean isForUs = machine.has(side.link().dialled.host());
        Way way = isForUs ? Way.OWN_KEY : Way.values()[lan.agenda.between(0, Way.values().length - 1)];
        ways.put(side, way);
        switch (way) {
            case PASS_ON, CHANGE_BITS, CUT_SHORT, SAY_TWICE -> passOn(side);
            case OWN_KEY -> sessions.put(side, Session.accept(ownSide()));
            case ANSWER_AS_AN_OLDER_PROGRAM -> {
                side.transmit(Bytes.utf8("{\"unencrypted_message\": \"" + LIE + lies++ + "\"}"));
                side.finish();
            }
            case MIRROR, SILENCE -> {
                // It waits for what comes.
            }
        }
    }

    private void passOn(SimLink.Side side) {
        SimLink.Side further = begin(side.link().dialled);
        passedOn.put(side, further);
        passedOn.put(further, side);
        ways.put(further, ways.get(side));
    }

    @Override
    public void opened(SimLink.Side side) {
        Session session = sessions.get(side);
        if (session != null) {
            handle(side, session.opened());
        }
    }

    @Override
    public void bytes(SimLink.Side side, Bytes bytes) {
        if (streams.size() < MOST_REMEMBERED) {
            streams.add(bytes);
        } else {
            streams.set(lan.agenda.between(0, MOST_REMEMBERED - 1), bytes);
        }
        SimLink.Side further = passedOn.get(side);
        Session session = sessions.get(side);
        if (further != null) {
            passOn(bytes, further);
        } else if (session != null) {
            handle(side, session.receive(bytes));
        } else if (ways.get(side) == Way.MIRROR) {
            side.transmit(bytes);
        }
    }

    private void passOn(Bytes bytes, SimLink.Side further) {
        boolean isSpoiled = lan.agenda.chance(0.1);
        Way way = isSpoiled ? ways.getOrDefault(further, Way.PASS_ON) : Way.PASS_ON;
        switch (way) {
            case CHANGE_BITS -> further.transmit(changed(bytes));
            case SAY_TWICE -> {
                further.transmit(bytes);
                further.transmit(bytes);
            }
            case CUT_SHORT -> further.close();
            default -> further.transmit(bytes);
        }
    }

    private Bytes changed(Bytes bytes) {
        byte[] content = bytes.toArray();
        if (content.length > 0) {
            content[lan.agenda.between(0, content.length - 1)] ^= (byte) (1 << lan.agenda.between(0, 7));
        }
        return Bytes.copyOf(content);
    }

    private void handle(SimLink.Side side, List<SessionOutput> outputs) {
        outputs.forEach(output -> output.deliverTo(new SessionOutput.Handler() {
            @Override
            public void transmit(Bytes bytes) {
                side.transmit(bytes);
            }

            @Override
            public void up(Claim other, Suite suite, Bytes channelBinding) {
                Session session = sessions.get(side);
                if (session != null) {
                    MessageId id = MessageId.random(lan.agenda.random());
                    session.say(new Frame.Text(id, SafeText.message(LIE + lies++)))
                            .forEach(said -> said.deliverTo(this));
                }
            }

            @Override
            public void heard(Frame frame) {
                if (frame instanceof Frame.Text text) {
                    told.add(text.text().value());
                }
            }

            @Override
            public void broken(String why) {
                side.close();
            }
        }));
    }

    @Override
    public void inputEnded(SimLink.Side side) {
        side.close();
    }

    @Override
    public void closed(SimLink.Side side, String problem) {
        open.remove(side);
        ways.remove(side);
        sessions.remove(side);
        SimLink.Side further = passedOn.remove(side);
        if (further != null) {
            further.close();
        }
    }

    @Override
    public int udpPort() {
        return SimHost.UDP;
    }

    @Override
    public int tcpPort() {
        return PORT;
    }

    @Override
    public SimMachine machine() {
        return machine;
    }

    @Override
    public boolean copesWithCuts() {
        return true;
    }

    private <T> Optional<T> any(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(lan.agenda.between(0, from.size() - 1)));
    }
}
