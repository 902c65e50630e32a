package lanline.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lanline.core.event.UserCommand;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.text.SafeText;

/** A LAN and what happens on it, all from one seed: some minutes of trouble, then peace, after which {@link Checker} looks. */
final class Scenario {
    private static final int START_MILLIS = 3_000;
    private static final int MOST_AWAY_MILLIS = 14_000;
    static final int SEEN_MILLIS = (SimHost.PERIOD_SECONDS + 2) * 1_000;
    static final int SETTLED_MILLIS = 30_000;
    private static final int OLDER_PERIOD_MILLIS = 65_000;

    final Agenda agenda;
    final Story story = new Story();
    final SimLan lan;
    final List<SimHome> homes = new ArrayList<>();
    final List<SimHost> hosts = new ArrayList<>();
    /** Leaving, as soon as all that is on its way is sent. */
    private final List<SimHost> quitting = new ArrayList<>();

    /** What older programs, and broken ones, say beside messages. */
    private static final List<String> ODD_THINGS = List.of(
            "{\"key\": \"0\"}",
            "{\"key\": -1}{\"key\": 1e3}{\"key\": null}",
            "{\"public_key\": \"8\", \"username\": 5}",
            "{\"key\": \"b'8'\"}{\"encrypted message\": \"AAAAAAAAAAA=\"}{\"encryptedmessage\": []}",
            "{\"encrypted_message\": \"" + "A".repeat(8_192) + "\"}",
            "{\"encrypted_message\": \"" + "0f".repeat(8) + "\", \"key\": \"8\"}",
            "8",
            "b'8'",
            "\"{\\\"key\\\": 8}\"",
            "exit",
            "ata >> selam",
            "\u0001\0\0\0\u0007ali: hi\u0003\0\0\0\0\u0004\0\0\0\u0003ali",
            "\u0002\0\0\0\u0007ali|1.2\u0001\u007f\0\0",
            "{\"key\": \"8");

    final List<OlderPeer> older = new ArrayList<>();
    final List<String> violations = new ArrayList<>();

    private final Flaw flaw;
    private final int troubleMillis;
    private int texts;
    private int names;

    Scenario(long seed, Flaw flaw) {
        agenda = new Agenda(seed);
        lan = new SimLan(agenda);
        this.flaw = flaw;
        troubleMillis = agenda.between(10_000, 40_000);
        build();
    }

    /** Runs it to the end and returns what was wrong. */
    List<String> run() {
        agenda.runUntil(START_MILLIS + troubleMillis);
        lan.heal();
        hosts.stream().filter(SimHost::isRunning).forEach(host -> host.diskFull(false));
        agenda.runUntil(agenda.now() + MOST_AWAY_MILLIS + 1_000);
        quitting.forEach(host -> host.say(new UserCommand.Quit(Tag.NONE, true)));
        agenda.runUntil(agenda.now() + 1_000);
        Checker checker = new Checker(this);
        agenda.runUntil(agenda.now() + SEEN_MILLIS);
        checker.everybodySeesEverybody();
        agenda.runUntil(agenda.now() + SETTLED_MILLIS);
        checker.everybodySeesEverybody();
        agenda.runUntil(agenda.now() + OLDER_PERIOD_MILLIS);
        checker.everybodySeesWhoIsOf2019();
        checker.nobodyIsSeenWhoIsGone();
        checker.statesAreTrue();
        checker.orderIsKept();
        checker.boundsHold();
        hosts.forEach(host -> violations.addAll(host.violations));
        return violations;
    }

    private void build() {
        lan.mostDelay = agenda.between(1, 40);
        lan.loss = agenda.between(0, 3) / 10.0;
        lan.doubles = agenda.between(0, 2) / 10.0;
        lan.resets = agenda.between(0, 2) / 20.0;
        int[] prefixes = {24, 28, 16};
        int prefix = prefixes[agenda.between(0, 2)];
        int count = agenda.between(2, 6);
        for (int i = 0; i < count; i++) {
            int networks = agenda.chance(0.7) ? 1 : agenda.between(1, 3);
            addMachine("m" + i, i, networks, prefix);
        }
        for (SimMachine machine : lan.machines) {
            int programs = agenda.chance(0.2) ? 2 : 1;
            for (int i = 0; i < programs; i++) {
                startAt(agenda.between(0, START_MILLIS), machine, newHome());
            }
        }
        addOlderPeers(count, prefix);
        if (agenda.chance(0.3)) {
            SimHome twin = new SimHome(homes.get(0).key, homes.get(0).identity.uuid());
            homes.add(twin);
            startAt(agenda.between(0, START_MILLIS), lan.machines.get(1), twin);
        }
        int actions = agenda.between(5, 60);
        for (int i = 0; i < actions; i++) {
            agenda.in(START_MILLIS + agenda.between(0, troubleMillis), this::act);
        }
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

    private SimHome newHome() {
        IdentityKeyPair key = IdentityKeyPair.generate(agenda.random()::nextBytes);
        SimHome home = new SimHome(key, "00000000-0000-4000-8000-" + homes.size());
        homes.add(home);
        return home;
    }

    private void startAt(int millis, SimMachine machine, SimHome home) {
        agenda.in(millis, () -> {
            machine.isOn = true;
            Nickname name = Nickname.fromPeer(agenda.chance(0.3) ? "Ali" : "p" + names++);
            hosts.add(new SimHost(lan, machine, home, name, flaw, story));
        });
    }

    private void act() {
        int kind = agenda.between(0, 99);
        Optional<SimHost> someone =
                any(hosts.stream().filter(SimHost::isRunning).toList());
        if (someone.isEmpty()) {
            return;
        }
        SimHost host = someone.get();
        if (kind < 60) {
            send(host);
        } else if (kind < 75) {
            changeHost(host, kind);
        } else {
            changeNetwork(host, kind);
        }
    }

    private void send(SimHost host) {
        any(List.copyOf(host.list.keySet())).ifPresent(to -> {
            int burst = agenda.chance(0.2) ? 5 : 1;
            for (int i = 0; i < burst; i++) {
                host.say(new UserCommand.SendText(Tag.NONE, to.text(), newText(), security(host, to)));
            }
        });
    }

    private Optional<Security> security(SimHost host, PeerId to) {
        boolean isOlder = Optional.ofNullable(host.list.get(to))
                .filter(peer -> peer.speaks() == Speaks.COURSE_2024)
                .isPresent();
        return isOlder && agenda.chance(0.5) ? Optional.of(Security.WEAK) : Optional.empty();
    }

    private SafeText newText() {
        int number = texts++;
        int words = agenda.chance(0.15) ? agenda.between(100, 400) : 1;
        return SafeText.message(IntStream.range(0, words)
                .mapToObj(word -> "m" + number + "." + word + "ç\uD83D\uDE00")
                .collect(Collectors.joining(" ")));
    }

    private void changeHost(SimHost host, int kind) {
        if (kind < 63) {
            host.name = Nickname.fromPeer("q" + names++);
            host.names.add(host.name);
            host.say(new UserCommand.ChangeName(Tag.NONE, host.name));
        } else if (kind < 66) {
            host.status = Status.values()[agenda.between(0, 2)];
            host.say(new UserCommand.ChangeStatus(Tag.NONE, host.status, SafeText.EMPTY));
        } else if (kind < 69) {
            host.say(new UserCommand.Retry(Tag.NONE, ""));
        } else if (kind < 71) {
            host.kill();
            startAgain(host);
        } else if (kind < 73) {
            host.say(new UserCommand.Quit(Tag.NONE, false));
            quitting.add(host);
            agenda.in(100, () -> awaitDeparture(host, agenda.now() + 120_000));
        } else if (kind < 74) {
            losePower(host.machine());
        } else {
            host.diskFull(true);
            agenda.in(agenda.between(500, 5_000), () -> host.diskFull(false));
        }
    }

    private void startAgain(SimHost host) {
        SimHome home = agenda.chance(0.8) ? host.home : newHome();
        startAt(agenda.between(200, MOST_AWAY_MILLIS), host.machine(), home);
    }

    private void awaitDeparture(SimHost host, long deadline) {
        if (!host.isRunning()) {
            return;
        }
        if (host.hasDeparted) {
            host.leave();
            if (agenda.chance(0.6) && agenda.now() < START_MILLIS + troubleMillis) {
                startAgain(host);
            }
        } else if (agenda.now() < deadline) {
            agenda.in(100, () -> awaitDeparture(host, deadline));
        } else {
            violations.add("a quit that never ends: " + host.name);
        }
    }

    private void losePower(SimMachine machine) {
        machine.isOn = false;
        List<SimHost> running = hosts.stream()
                .filter(host -> host.isRunning() && host.machine() == machine)
                .toList();
        running.forEach(SimHost::losePower);
        running.forEach(this::startAgain);
    }

    private void changeNetwork(SimHost host, int kind) {
        SimMachine machine = host.machine();
        if (kind < 82) {
            lan.machines.forEach(any -> any.group = agenda.between(0, 1));
        } else if (kind < 88) {
            lan.machines.forEach(any -> any.group = 0);
        } else if (kind < 92) {
            machine.refuses = true;
            agenda.in(agenda.between(200, 4_000), () -> machine.refuses = false);
        } else if (kind < 94) {
            host.time.jump(agenda.between(-7_200_000, 7_200_000));
        } else if (kind < 95) {
            lan.loss = agenda.between(0, 4) / 10.0;
        } else {
            any(older).ifPresent(old -> sayFrom(old, machine));
        }
    }

    private void sayFrom(OlderPeer old, SimMachine machine) {
        machine.interfaces.stream()
                .map(LanInterface::address)
                .filter(address -> old.machine().addressTowards(address).isPresent())
                .findFirst()
                .map(address -> new Endpoint(address, old.tcpPort()))
                .ifPresent(to -> sayFrom(old, to));
    }

    private void sayFrom(OlderPeer old, Endpoint to) {
        String text = "o" + texts++;
        if (old.isOf2019) {
            old.say(to, agenda.chance(0.3) ? ODD_THINGS.get(agenda.between(0, ODD_THINGS.size() - 1)) : text);
        } else if (agenda.chance(0.3)) {
            old.sayWeakly(to, text, agenda.chance(0.5));
        } else if (agenda.chance(0.3)) {
            old.say(to, ODD_THINGS.get(agenda.between(0, ODD_THINGS.size() - 1)));
        } else {
            old.say(to, "{\"unencrypted message\": \"" + text + "\"}");
        }
    }

    private <T> Optional<T> any(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(agenda.between(0, from.size() - 1)));
    }

    /** All homes of one identity. */
    List<SimHome> homesOf(PeerId id) {
        return homes.stream()
                .filter(home -> PeerId.lanline(home.identity.id()).equals(id))
                .toList();
    }

    List<SimHost> running() {
        return hosts.stream().filter(SimHost::isRunning).toList();
    }
}
