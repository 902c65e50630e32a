package lanline.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lanline.core.event.UserCommand;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Tag;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.text.SafeText;

/** A LAN and what happens on it, all from one seed: some minutes of trouble, then peace, after which the checkers look. */
final class Scenario {
    private static final int START_MILLIS = 3_000;
    static final int MOST_AWAY_MILLIS = 14_000;
    static final int SEEN_MILLIS = (SimHost.PERIOD_SECONDS + 2) * 1_000;
    /** With what has passed since the trouble, long enough to see that who fell silent has gone. */
    private static final int SETTLED_MILLIS = 28_000;

    private static final int OLDER_PERIOD_MILLIS = 65_000;

    /** Who could not be reached for long is tried again after four minutes. */
    private static final int MOST_TRYING_MILLIS = 300_000;

    /** One LAN of so many has no trouble, and people who write more than a key serves for. */
    private static final int TALK_EACH = 25;

    /** One of ten of those is about people who write for longer than an hour. */
    private static final int EVENING_EACH = 250;

    /** They meet at once, and far from each other: their dials cross. */
    private static final int TALK_START_MILLIS = 20;

    private static final int TALK_DELAY_MILLIS = 40;

    final Agenda agenda;
    final Story story;
    final SimLan lan;
    final List<SimHome> homes = new ArrayList<>();
    final List<SimHost> hosts = new ArrayList<>();
    final List<OlderPeer> older = new ArrayList<>();
    final List<String> violations = new ArrayList<>();
    final boolean isTalk;
    final boolean isEvening;
    final WordComparing words = new WordComparing(this);
    final Patience patience = new Patience(this);
    final int troubleMillis;
    Optional<Forger> forger = Optional.empty();

    private final Flaw flaw;
    private final Trouble trouble;
    private int texts;
    private int names;

    Scenario(long seed, Flaw flaw) {
        this(seed, flaw, false);
    }

    /** The same with its {@code story}, which takes longer. */
    static Scenario told(long seed) {
        return new Scenario(seed, Flaw.NONE, true);
    }

    private Scenario(long seed, Flaw flaw, boolean isTold) {
        story = new Story(isTold);
        agenda = new Agenda(seed);
        lan = new SimLan(agenda);
        this.flaw = flaw;
        isTalk = seed % TALK_EACH == 0;
        isEvening = seed % EVENING_EACH == TALK_EACH;
        troubleMillis = isEvening
                ? Trouble.EVENING_MILLIS
                : agenda.chance(0.15) ? agenda.between(60_000, 120_000) : agenda.between(10_000, 40_000);
        trouble = new Trouble(this);
        build();
    }

    /** Runs it to the end and returns what was wrong; for who knows this class by its name alone. */
    static List<String> violationsOf(long seed) {
        return new Scenario(seed, Flaw.NONE).run();
    }

    List<String> run() {
        PresenceWatch watch = new PresenceWatch(this);
        agenda.runUntil(START_MILLIS + troubleMillis);
        trouble.end();
        agenda.runUntil(agenda.now() + MOST_AWAY_MILLIS + 1_000);
        trouble.endQuitting();
        agenda.runUntil(agenda.now() + SEEN_MILLIS);
        SessionCheck sessions = new SessionCheck(this);
        long deadline = agenda.now() + MOST_TRYING_MILLIS;
        while (agenda.now() < deadline && !sessions.areAllUp()) {
            trouble.trustWhoChanged();
            agenda.runUntil(agenda.now() + 2_000);
        }
        words.beginAtPeace();
        agenda.runUntil(agenda.now() + SETTLED_MILLIS);
        watch.end();
        check(sessions);
        return violations;
    }

    private void check(SessionCheck sessions) {
        Checker checker = new Checker(this);
        checker.everybodySeesEverybody();
        if (older.stream().anyMatch(old -> old.isOf2019)) {
            agenda.runUntil(agenda.now() + OLDER_PERIOD_MILLIS);
            checker.everybodySeesEverybody();
            checker.everybodySeesWhoIsOf2019();
        }
        checker.nobodyIsSeenWhoIsGone();
        checker.statesAreTrue();
        checker.boundsHold();
        sessions.check();
        new Deliveries(this).check();
        words.check();
        hosts.forEach(host -> violations.addAll(host.violations));
    }

    private void build() {
        int[] prefixes = {24, 28, 16};
        int prefix = prefixes[agenda.between(0, 2)];
        int count = isTalk ? 2 : agenda.between(2, 4);
        for (int i = 0; i < count; i++) {
            int networks = isTalk || agenda.chance(0.7) ? 1 : agenda.between(1, 3);
            addMachine("m" + i, i, networks, prefix);
        }
        for (SimMachine machine : lan.machines) {
            int programs = agenda.chance(0.2) ? 2 : 1;
            for (int i = 0; i < programs; i++) {
                startAt(agenda.between(0, isTalk ? TALK_START_MILLIS : START_MILLIS), machine, newHome());
            }
        }
        if (isTalk) {
            lan.mostDelay = TALK_DELAY_MILLIS;
            beginTalk();
        } else {
            addTrouble(count, prefix);
        }
    }

    private void beginTalk() {
        if (isEvening) {
            trouble.beginEvening(START_MILLIS + SEEN_MILLIS);
        } else {
            trouble.beginTalk(START_MILLIS + SEEN_MILLIS);
        }
    }

    private void addTrouble(int count, int prefix) {
        lan.mostDelay = agenda.between(1, 40);
        lan.loss = agenda.between(0, 3) / 10.0;
        lan.doubles = agenda.between(0, 2) / 10.0;
        lan.resets = agenda.between(0, 2) / 20.0;
        lan.breaks = agenda.between(0, 3) / 300.0;
        addOlderPeers(count, prefix);
        if (agenda.chance(0.4)) {
            forger = Optional.of(new Forger(lan, addMachine("evil", 12, 3, prefix), this::running));
        }
        if (agenda.chance(0.3)) {
            SimHome twin = new SimHome(homes.get(0).key, homes.get(0).identity.uuid());
            homes.add(twin);
            startAt(agenda.between(0, START_MILLIS), lan.machines.get(1), twin);
        }
        trouble.begin(START_MILLIS);
    }

    private SimMachine addMachine(String name, int number, int networks, int prefix) {
        List<LanInterface> interfaces = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if ((networks & 1 << i) != 0) {
                HostAddress address = new HostAddress("10." + i + ".0." + (number + 1));
                LanInterface.of("eth" + i, address, prefix).ifPresent(interfaces::add);
            }
        }
        return lan.add(name, interfaces);
    }

    private void addOlderPeers(int machines, int prefix) {
        int count = agenda.between(0, 2);
        for (int i = 0; i < count; i++) {
            SimMachine machine = addMachine("old" + i, machines + i, 1, prefix);
            OlderPeer.Habit[] habits = OlderPeer.Habit.values();
            older.add(new OlderPeer(
                    lan, machine, "old" + i, habits[agenda.between(0, habits.length - 1)], agenda.chance(0.4)));
        }
    }

    SimHome newHome() {
        IdentityKeyPair key = IdentityKeyPair.generate(agenda.random()::nextBytes);
        SimHome home = new SimHome(key, "00000000-0000-4000-8000-" + homes.size());
        homes.add(home);
        return home;
    }

    void startAt(int millis, SimMachine machine, SimHome home) {
        agenda.in(millis, () -> {
            machine.isOn = true;
            runningOn(machine).forEach(SimHost::wake);
            Nickname name = Nickname.fromPeer(agenda.chance(0.3) ? "Ali" : newName());
            SimHost host = new SimHost(lan, machine, home, name, flaw, story);
            host.person = event -> words.moved(host, event);
            hosts.add(host);
        });
    }

    String newName() {
        return "p" + names++;
    }

    SafeText newText() {
        int number = texts++;
        int words = agenda.chance(0.15) && !isTalk ? agenda.between(100, 400) : 1;
        return SafeText.message(IntStream.range(0, words)
                .mapToObj(word -> Wiretap.MARK + number + "." + word + "ç\uD83D\uDE00")
                .collect(Collectors.joining(" ")));
    }

    /** Until then things go wrong, and people make mistakes. */
    boolean isTroubled() {
        return agenda.now() <= START_MILLIS + troubleMillis;
    }

    void wrong(String what) {
        violations.add(what);
    }

    void send(SimHost host, PeerId to) {
        host.say(new UserCommand.SendText(Tag.NONE, to.text(), newText()));
    }

    <T> Optional<T> any(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(agenda.between(0, from.size() - 1)));
    }

    /** All homes of one identity. */
    List<SimHome> homesOf(PeerId id) {
        return homes.stream().filter(home -> home.peer.equals(id)).toList();
    }

    List<SimHost> running() {
        return hosts.stream().filter(SimHost::isRunning).toList();
    }

    List<SimHost> runningOn(SimMachine machine) {
        return running().stream().filter(host -> host.machine() == machine).toList();
    }
}
