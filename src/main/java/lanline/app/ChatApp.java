package lanline.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lanline.core.dialect.SelfDescription;
import lanline.core.event.ChatEvent.Departed;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.PeerHostFound;
import lanline.core.event.NetworkEvent.TcpOpened;
import lanline.core.event.NetworkEvent.UdpUnavailable;
import lanline.core.event.StorageEvent.HistoryTrouble;
import lanline.core.event.UserCommand.Quit;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.Nickname;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.screen.Screen;
import lanline.core.text.SafeText;
import lanline.edge.net.Interfaces;
import lanline.edge.net.LanNetwork;
import lanline.edge.store.SqliteHistory;
import lanline.edge.system.BusThread;
import lanline.edge.system.IdentityFile;
import lanline.edge.system.PinsFile;
import lanline.edge.system.SecureRandomSource;
import lanline.edge.system.SystemTime;
import lanline.edge.terminal.theme.Themes;
import lanline.edge.terminal.tty.ColorDepth;

/** A running chat, from the open home to the last byte written: the core, its threads and its devices. */
final class ChatApp implements AutoCloseable {
    /** A bus thread that is still in a subscriber after this long is stuck; the program ends without it. */
    private static final long END_MILLIS = 500;

    private final Options options;
    private final Session session;
    private final EventBus bus;
    private final SystemTime time;
    private final LanNetwork network;
    private final SqliteHistory history;
    private final PinsFile pins;
    private final BusThread thread;
    private final IdentityFile.Opened identity;
    private final Optional<ChatCore.OlderPorts> older;
    private final ExecutorService settings = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "settings");
        worker.setDaemon(true);
        return worker;
    });
    private final CompletableFuture<Departed> departure = new CompletableFuture<>();

    /** Bus thread only. */
    private Nickname ownName;

    /** Who this run is, and what is set in it. */
    record Person(Nickname name, Preferences preferences, IdentityFile.Opened identity) {}

    /** {@code display}: takes each new screen on the bus thread; front ends without one pass a consumer that ignores it. */
    ChatApp(Options options, Session session, Person person, EventBus bus, Consumer<Screen> display) {
        this.options = options;
        this.session = session;
        this.bus = bus;
        ownName = person.name();
        ErrorLog errors = new ErrorLog(session.home().hostFolder());
        SecureRandomSource random = new SecureRandomSource();
        time = new SystemTime(bus);
        network = new LanNetwork(bus);
        Path here = Path.of("").toAbsolutePath();
        history = new SqliteHistory(session.home().hostFolder(), here, bus, time, () -> ownName);
        pins = new PinsFile(session.home(), bus, time);
        identity = person.identity();
        older = Optional.of(ChatCore.OlderPorts.USUAL).filter(this::areWanted);
        ChatCore core = new ChatCore(
                bus,
                new ChatCore.World(network, history, time, random, random, pins),
                new ChatCore.Ports(options.ports().udp(), options.ports().tcp(), older),
                new ChatCore.Person(
                        self(person.name(), InstanceId.random(random)), person.preferences(), identity.key()),
                display);
        thread = new BusThread(bus, core::publish, errors::note);
        subscribe();
    }

    /** Not where the ports were named for the LAN chat itself. */
    private boolean areWanted(ChatCore.OlderPorts ports) {
        return options.ports().edition2019()
                && options.ports().udp() != ports.udp()
                && options.ports().tcp() != ports.tcp();
    }

    private SelfDescription self(Nickname name, InstanceId instance) {
        return new SelfDescription(
                identity.identity(),
                name,
                Status.ONLINE,
                options.ports().tcp(),
                options.reach().announceEvery(),
                new SelfDescription.Run(instance, identity.epoch(), 0));
    }

    private void subscribe() {
        bus.heedBacklog(history::backlog);
        bus.subscribe(Departed.class, departure::complete);
        bus.subscribe(OwnNameChanged.class, event -> {
            ownName = event.name();
            keep(Setting.NAME, event.name().toString());
        });
        bus.subscribe(SettingChanged.class, this::onSetting);
        if (options.ports().udpChosen()) {
            bus.subscribe(UdpUnavailable.class, this::refuseUnheard);
        }
        if (options.ports().tcpChosen()) {
            bus.subscribe(TcpOpened.class, this::refuseOtherPort);
        }
    }

    private void onSetting(SettingChanged event) {
        String value = event.preferences().value(event.setting());
        keep(event.setting(), value);
        if (event.setting() == Setting.THEME) {
            settings.execute(() -> themes().choose(value).problem().ifPresent(this::tell));
        }
    }

    private Themes themes() {
        return new Themes(List.of(session.home().folder().resolve("themes")), ColorDepth.NONE);
    }

    private void refuseUnheard(UdpUnavailable event) {
        if (event.port() == options.ports().udp()) {
            refuse("UDP port " + event.port() + ": " + event.problem());
        }
    }

    private void refuseOtherPort(TcpOpened event) {
        if (event.port() != event.wanted()) {
            refuse("TCP port " + event.wanted()
                    + " is taken by another program on this machine: leave out --tcp-port, or name a free one");
        }
    }

    private void refuse(String sentence) {
        departure.completeExceptionally(new StartupException(sentence));
    }

    SelfDescription.Identity identity() {
        return identity.identity();
    }

    SystemTime time() {
        return time;
    }

    void start() {
        session.notices().forEach(this::tell);
        identity.notices().forEach(this::tell);
        pins.start();
        history.start();
        thread.start();
        time.start();
        Interfaces interfaces = new Interfaces(options.reach().interfaces());
        interfaces.missing().forEach(this::tell);
        network.watch(interfaces);
        network.hear(options.ports().udp());
        network.listen(options.ports().tcp());
        older.ifPresent(ports -> {
            network.hear(ports.udp());
            network.listenOnly(ports.tcp());
        });
        for (Options.NamedHost host : options.reach().hosts()) {
            network.resolve(host.host(), found -> addHost(new Endpoint(found, host.port())), this::tell);
        }
    }

    /** Told once, so it must not be dropped; on the thread that looked it up. */
    private void addHost(Endpoint host) {
        try {
            bus.put(new PeerHostFound(host));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something about what is kept, or could not be: reaches the person as a notice. Any thread. */
    private void tell(SafeText sentence) {
        bus.answer(new HistoryTrouble(sentence));
    }

    /** Keeps a setting, on a thread of its own; a person is told if it can't be kept. */
    void keep(Setting setting, String value) {
        settings.execute(
                () -> new SettingsFile(session.home()).change(setting, value).ifPresent(this::tell));
    }

    /** Asks for the end at once: a signal, or a terminal that is gone. Any thread. */
    void leaveAtOnce() {
        bus.putFirst(new Quit(Tag.NONE, true));
    }

    /** Waits until all is said and stored. Throws where the program could not do what it was started for. */
    Departed awaitDeparture() throws StartupException, InterruptedException {
        try {
            return departure.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StartupException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Sends the last datagrams, ends the threads, writes what waits. */
    @Override
    public void close() {
        network.close();
        thread.stop();
        try {
            thread.awaitEnd(END_MILLIS);
            settings.shutdown();
            settings.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        history.close();
        pins.close();
        time.close();
        session.lock().ifPresent(lock -> lock.close());
    }
}
