package lanline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import lanline.app.ChatCore;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.ChatEvent;
import lanline.core.event.Event;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent;
import lanline.core.event.StorageEvent;
import lanline.core.event.Tick;
import lanline.core.event.UserCommand;
import lanline.core.model.Bytes;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LinkId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.screen.Screen;
import lanline.core.text.SafeText;

/** One run of Lanline on a simulated machine: the core of the program, with a simulated world behind its ports. */
final class SimHost implements SimProgram {
    static final int UDP = 6000;
    static final int OLDER_UDP = 5_000;
    static final int OLDER_TCP = 5_001;
    static final int TCP = 6001;
    static final int PERIOD_SECONDS = 8;

    /** So many events of a moment are digested at once: one more would wait for room that nobody makes. */
    private static final int MOST_UNHEARD = 500;

    final SimHome home;
    final SimTime time;
    final Map<PeerId, Peer> list = new LinkedHashMap<>();
    final List<String> violations = new ArrayList<>();
    final AtomicReference<Screen> screen;
    Nickname name;
    Status status = Status.ONLINE;
    boolean hasDeparted;
    /** All that it has been called. */
    final Set<Nickname> names = new HashSet<>();

    /** The sessions that it takes for live. */
    final Map<LinkId, Party> sessions = new LinkedHashMap<>();

    /** When bytes of a connection came from each machine last, in the own uptime. */
    final Map<SimMachine, Long> heardFrom = new HashMap<>();

    /** With which programs sessions came up, as often as they did. */
    final List<InstanceId> met = new ArrayList<>();

    /** How its sessions have ended. */
    final List<ChatEvent.SessionDown> ended = new ArrayList<>();

    /** In which uptime each session came up. */
    final Map<LinkId, Long> upAt = new HashMap<>();

    /** Who is told of words to compare. */
    Consumer<ChatEvent.ComparisonMoved> person = event -> {};

    final InstanceId instance;

    private final SimLan lan;
    private final SimMachine machine;
    private final Story story;
    private final EventBus bus = new EventBus();
    private final SimNetwork network;
    private final SimHistory history;
    private final SimPins pins;
    private final ChatCore core;
    private final int tcpPort;
    private final boolean hasOlderTcp;
    private final Set<MessageId> shownNow = new HashSet<>();
    /** To be sent plainly to somebody suspect. */
    private final Set<MessageId> held = new HashSet<>();

    /** A screen is made from what is known, and changes nothing: one in so many is enough to see that it can be made. */
    private static final int RUNS_A_SCREEN = 4;

    /** A little more than the disk takes. */
    private static final int MOST_COMMIT_MILLIS = 100;

    private boolean isHearing;
    private boolean isReachable;
    private boolean isOver;
    private boolean willRun;
    private boolean isAsleep;
    private int unheard;
    private int runs;

    SimHost(SimLan lan, SimMachine machine, SimHome home, Nickname name, Flaw flaw, Story story) {
        this.lan = lan;
        this.machine = machine;
        this.home = home;
        this.name = name;
        names.add(name);
        this.story = story;
        Agenda agenda = lan.agenda;
        time = new SimTime(agenda, agenda.between(-3_600_000, 3_600_000), this::tick);
        tcpPort = machine.listener(TCP).isEmpty() ? TCP : agenda.between(20_000, 40_000);
        hasOlderTcp = machine.listener(OLDER_TCP).isEmpty();
        network = new SimNetwork(lan, this, flaw, this::take);
        history = new SimHistory(agenda, home, flaw, this::answer);
        home.epoch = Math.max(home.epoch + 1, time.now().toEpochMilli());
        pins = new SimPins(agenda, home);
        instance = InstanceId.random(agenda.random());
        SelfDescription.Run run = new SelfDescription.Run(instance, home.epoch, 0);
        SelfDescription me = new SelfDescription(home.identity, name, Status.ONLINE, TCP, PERIOD_SECONDS, run);
        screen = new AtomicReference<>(Screen.starting(name));
        core = new ChatCore(
                bus,
                new ChatCore.World(
                        network,
                        history,
                        flaw == Flaw.TIME_STANDS_STILL ? new SimTime(new Agenda(1), 0, () -> {}) : time,
                        agenda.random(),
                        agenda.random()::nextBytes,
                        pins),
                new ChatCore.Ports(UDP, TCP, Optional.of(ChatCore.OlderPorts.USUAL)),
                new ChatCore.Person(me, home.preferences, home.key),
                screen::set);
        listen();
        machine.programs.add(this);
        begin(agenda);
    }

    /** What a start finds out comes in any order. */
    private void begin(Agenda agenda) {
        agenda.in(agenda.between(0, 300), this::openTcp);
        agenda.in(agenda.between(0, 300), this::openOlderTcp);
        agenda.in(agenda.between(0, 400), this::openUdp);
        agenda.in(agenda.between(0, 300), this::tellInterfaces);
        List<Pin> known = List.copyOf(home.pins.values());
        agenda.in(agenda.between(0, 500), () -> answer(new StorageEvent.PinsLoaded(known)));
        agenda.in(agenda.between(0, 500), history::open);
    }

    private void openTcp() {
        isReachable = true;
        take(new NetworkEvent.TcpOpened(tcpPort, TCP));
    }

    private void openOlderTcp() {
        take(
                hasOlderTcp
                        ? new NetworkEvent.FixedTcpOpened(OLDER_TCP)
                        : new NetworkEvent.FixedTcpUnavailable(OLDER_TCP, SafeText.line("taken")));
    }

    private void openUdp() {
        isHearing = true;
        take(new NetworkEvent.UdpOpened(UDP));
    }

    private void listen() {
        bus.subscribe(
                ChatEvent.PeerAppeared.class,
                event -> tell(event, () -> list.put(event.peer().id(), event.peer())));
        bus.subscribe(
                ChatEvent.PeerChanged.class,
                event -> tell(event, () -> list.put(event.peer().id(), event.peer())));
        bus.subscribe(
                ChatEvent.PeerLeft.class,
                event -> tell(event, () -> list.remove(event.peer().id())));
        bus.subscribe(ChatEvent.MessageQueued.class, event -> tell(event, () -> own(event.message())));
        bus.subscribe(ChatEvent.MessageProgressed.class, event -> tell(event, () -> own(event.message())));
        bus.subscribe(ChatEvent.MessageArrived.class, event -> tell(event, () -> arrived(event)));
        bus.subscribe(ChatEvent.SessionUp.class, event -> tell(event, () -> sessionBegan(event.party())));
        bus.subscribe(ChatEvent.SessionDown.class, event -> tell(event, () -> sessionEnded(event)));
        bus.subscribe(ChatEvent.SessionFailed.class, event -> tell(event, () -> {}));
        bus.subscribe(ChatEvent.TrustChanged.class, event -> tell(event, () -> {}));
        bus.subscribe(ChatEvent.Notice.class, event -> tell(event, () -> {}));
        bus.subscribe(ChatEvent.CommandRefused.class, event -> tell(event, () -> {}));
        bus.subscribe(ChatEvent.ComparisonMoved.class, event -> tell(event, () -> person.accept(event)));
        bus.subscribe(
                ChatEvent.SettingChanged.class, event -> tell(event, () -> home.preferences = event.preferences()));
        bus.subscribe(ChatEvent.Departed.class, event -> tell(event, () -> hasDeparted = true));
    }

    private void tell(Event event, Runnable effect) {
        story.tell(() -> lan.agenda.now() + " " + machine.name + " " + name + ": " + event);
        effect.run();
    }

    private void sessionBegan(Party party) {
        sessions.put(party.link(), party);
        upAt.put(party.link(), time.uptimeMillis());
        met.add(party.instance());
    }

    private void sessionEnded(ChatEvent.SessionDown event) {
        ended.add(event);
        if (sessions.remove(event.party().link()) == null) {
            violations.add("a session ended that never stood: " + event);
        }
    }

    private void own(ChatMessage message) {
        home.written.putIfAbsent(message.id(), message);
        checkMayGoPlainly(message);
        checkTakenBack(message);
        Patience.checkTold(this, message);
        home.told.computeIfAbsent(message.id(), any -> new ArrayList<>()).add(message.delivery());
        home.queuedAt.putIfAbsent(message.id(), lan.agenda.now());
        if (!home.has(message.id())) {
            violations.add("shown before it was stored: " + message);
        }
    }

    /** Unless the disk did not know of it when the process ended. */
    private void checkTakenBack(ChatMessage message) {
        Long at = home.takenBack.get(message.id());
        Delivery delivery = message.delivery();
        if (delivery.isTakenBack()) {
            home.takenBack.put(message.id(), lan.agenda.now());
        } else if (at != null && delivery.state() != Delivery.State.DELIVERED) {
            boolean isForgotten = home.hasLostPower || home.endedBetween(at, at + MOST_COMMIT_MILLIS);
            if (!isForgotten) {
                violations.add("taken back, and goes all the same: " + message);
            }
        }
    }

    /** Nobody here allows it. What suspicion falls upon meanwhile may be on its way already. */
    private void checkMayGoPlainly(ChatMessage message) {
        Peer to = list.get(message.with().id());
        Delivery.State state = message.delivery().state();
        if (to == null || !isSuspect(to)) {
            held.remove(message.id());
        } else if (state == Delivery.State.QUEUED) {
            held.add(message.id());
        } else if (state == Delivery.State.SENT && held.contains(message.id())) {
            violations.add("goes plainly to who may be somebody that encrypts: " + message);
        }
    }

    private static boolean isSuspect(Peer peer) {
        return peer.speaks() != Speaks.LANLINE && peer.persona().isSuspect();
    }

    private void arrived(ChatEvent.MessageArrived event) {
        MessageId id = event.message().id();
        boolean isNew = home.shown.add(id) || home.unkept.contains(id);
        if (!shownNow.add(id) || !isNew) {
            violations.add("shown twice: " + event.message());
        }
        if (!event.kept()) {
            home.unkept.add(event.message().id());
        } else if (!home.committed.containsKey(event.message().id())) {
            violations.add("shown before it was stored: " + event.message());
        }
    }

    void say(UserCommand command) {
        put(() -> bus.put(command));
    }

    void tellInterfaces() {
        List<LanInterface> interfaces = machine.allInterfaces();
        take(new NetworkEvent.InterfacesChanged(interfaces));
    }

    void diskFull(boolean isFull) {
        history.isFull = isFull;
    }

    boolean isRunning() {
        return !isOver;
    }

    /** The connection that carries a session. */
    SimLink linkOf(Party party) {
        return network.linkOf(party.link());
    }

    /** False for a moment where the connection has gone and the core has not yet looked. */
    boolean isLinked(Party party) {
        return network.isOpen(party.link());
    }

    int openLinks() {
        return network.openLinks();
    }

    /** The process ends without a word; the system closes its connections. */
    void kill() {
        pins.end(false);
        end();
        network.abandonAll(SimLink.Side::abandon);
    }

    void losePower() {
        pins.end(false);
        end();
        network.abandonAll(SimLink.Side::vanish);
        home.losePower();
    }

    /** Ends after {@code Departed}, in order. */
    void leave() {
        pins.end(true);
        end();
        network.abandonAll(SimLink.Side::abandon);
    }

    /** True if {@code peer} is what it announces in the 2019 edition. */
    boolean isCalled(Peer peer) {
        return isCalled(peer, name);
    }

    boolean wasCalled(Peer peer) {
        return names.stream().anyMatch(earlier -> isCalled(peer, earlier));
    }

    private boolean isCalled(Peer peer, Nickname as) {
        return machine.has(peer.address()) && PeerId.older(as, peer.address()).equals(peer.id());
    }

    /** The lid is closed: nothing runs, and its uptime stands still. */
    void sleep() {
        isAsleep = true;
        time.sleep();
    }

    void wake() {
        if (isAsleep) {
            isAsleep = false;
            time.wake();
            runSoon();
        }
    }

    boolean isAsleep() {
        return isAsleep;
    }

    private void end() {
        isOver = true;
        home.ends.add(lan.agenda.now());
        history.end();
        machine.programs.remove(this);
    }

    private void tick() {
        put(() -> bus.put(new Tick()));
    }

    private void take(NetworkEvent event) {
        put(() -> bus.put(event));
    }

    private void answer(StorageEvent event) {
        put(() -> bus.answer(event));
    }

    private interface Putting {
        void run() throws InterruptedException;
    }

    /** Events may pile up for a moment, as they do while the bus thread is busy. */
    private void put(Putting putting) {
        if (isOver) {
            return;
        }
        try {
            putting.run();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("nobody interrupts a simulation", impossible);
        }
        if (++unheard > MOST_UNHEARD && !isAsleep) {
            run();
        } else if (!willRun) {
            willRun = true;
            runSoon();
        }
    }

    private void runSoon() {
        lan.agenda.in(lan.agenda.chance(0.8) ? 0 : 2, this::run);
    }

    private void run() {
        willRun = false;
        if (!isOver && !isAsleep) {
            unheard = 0;
            bus.runPending();
            if (runs++ % RUNS_A_SCREEN == 0) {
                core.publish();
            }
        }
    }

    @Override
    public int udpPort() {
        return UDP;
    }

    @Override
    public int tcpPort() {
        return tcpPort;
    }

    @Override
    public SimMachine machine() {
        return machine;
    }

    @Override
    public boolean hears(int port) {
        return port == UDP || port == OLDER_UDP;
    }

    @Override
    public boolean listensAt(int port) {
        return port == tcpPort || hasOlderTcp && port == OLDER_TCP;
    }

    @Override
    public boolean accepts(int port) {
        return listensAt(port) && (port != tcpPort || isReachable);
    }

    @Override
    public void datagram(Endpoint from, int port, Bytes payload) {
        if (isHearing) {
            put(() -> bus.offer(new NetworkEvent.DatagramReceived(from, port, payload)));
        }
    }

    @Override
    public void datagram(Endpoint from, Bytes payload) {
        datagram(from, UDP, payload);
    }

    @Override
    public void accepted(SimLink.Side side, Endpoint from, int port) {
        take(new NetworkEvent.LinkAccepted(network.idOf(side), from, port));
    }

    @Override
    public void accepted(SimLink.Side side, Endpoint from) {
        accepted(side, from, tcpPort);
    }

    @Override
    public void opened(SimLink.Side side) {
        take(new NetworkEvent.LinkOpened(network.idOf(side)));
    }

    @Override
    public void bytes(SimLink.Side side, Bytes bytes) {
        heardFrom.put(side.other().machine(), time.uptimeMillis());
        take(new NetworkEvent.BytesReceived(network.idOf(side), bytes));
    }

    @Override
    public void inputEnded(SimLink.Side side) {
        take(new NetworkEvent.InputEnded(network.idOf(side)));
    }

    @Override
    public void closed(SimLink.Side side, String problem) {
        network.closed(side, problem);
    }

    @Override
    public boolean copesWithCuts() {
        return true;
    }
}
