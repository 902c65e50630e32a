package lanline.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lanline.core.event.UserCommand;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.text.SafeText;

/** What happens on a LAN: what people do, what machines and wires do to them. */
final class Trouble {
    /** More than keys are used for, in both directions, so that they change. */
    private static final int TALK_MESSAGES = 2_300;

    private static final int TALK_MILLIS = 9_000;

    /** Longer than keys are used for. */
    static final int EVENING_MILLIS = 66 * 60_000;

    private static final int EVENING_MESSAGES = 300;

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

    private final Scenario scenario;
    private final Agenda agenda;
    private final SimLan lan;
    /** Leaving, as soon as all that is on its way is sent. */
    private final List<SimHost> quitting = new ArrayList<>();

    private final Set<PeerId> blocked = new LinkedHashSet<>();
    private boolean isOver;
    private int olderTexts;

    Trouble(Scenario scenario) {
        this.scenario = scenario;
        this.agenda = scenario.agenda;
        this.lan = scenario.lan;
    }

    void begin(int startMillis) {
        int actions = agenda.between(5, 60);
        for (int i = 0; i < actions; i++) {
            agenda.in(startMillis + agenda.between(0, scenario.troubleMillis), this::act);
        }
        scenario.forger.ifPresent(forger -> {
            int lies = agenda.between(5, 60);
            for (int i = 0; i < lies; i++) {
                agenda.in(startMillis + agenda.between(0, scenario.troubleMillis), () -> lie(forger));
            }
        });
    }

    private void lie(Forger forger) {
        if (!isOver) {
            forger.act();
        }
    }

    /** Two who write to each other without an end, on a good network. */
    void beginTalk(int startMillis) {
        for (int i = 0; i < TALK_MESSAGES; i++) {
            agenda.in(startMillis + agenda.between(0, TALK_MILLIS), this::sayToAnyone);
        }
    }

    private void sayToAnyone() {
        someone()
                .ifPresent(
                        host -> scenario.any(List.copyOf(host.list.keySet())).ifPresent(to -> scenario.send(host, to)));
    }

    /** Two who write to each other now and then, for so long that their sessions get new keys. */
    void beginEvening(int startMillis) {
        for (int i = 0; i < EVENING_MESSAGES; i++) {
            agenda.in(startMillis + agenda.between(0, EVENING_MILLIS), this::sayToAnyone);
        }
    }

    /** Everything works again, and people do no more than they must. */
    void end() {
        isOver = true;
        lan.heal();
        scenario.forger.ifPresent(Forger::stop);
        scenario.running().forEach(SimHost::wake);
        scenario.running().forEach(host -> host.diskFull(false));
    }

    void endQuitting() {
        quitting.forEach(host -> host.say(new UserCommand.Quit(Tag.NONE, true)));
        scenario.running()
                .forEach(host -> blocked.forEach(who -> host.say(new UserCommand.Unblock(Tag.NONE, who.text()))));
    }

    /** People have asked each other, and know that it is them. */
    void trustWhoChanged() {
        for (SimHost host : scenario.running()) {
            host.list.values().stream()
                    .filter(peer -> peer.trust() == Trust.CHANGED)
                    .filter(peer -> !scenario.homesOf(peer.id()).isEmpty())
                    .map(Peer::id)
                    .forEach(id ->
                            host.say(new UserCommand.TrustKey(Tag.NONE, id.text(), new LanlineId(id.text()).hint())));
        }
    }

    private Optional<SimHost> someone() {
        return scenario.any(
                scenario.running().stream().filter(host -> !host.isAsleep()).toList());
    }

    private void act() {
        int kind = agenda.between(0, 99);
        someone().ifPresent(host -> act(host, kind));
    }

    private void act(SimHost host, int kind) {
        if (kind < 44) {
            send(host);
        } else if (kind < 50) {
            scenario.words.begin(host);
        } else if (kind < 52) {
            scenario.patience.lose(host);
        } else if (kind < 60) {
            changeMind(host, kind);
        } else if (kind < 75) {
            changeHost(host, kind);
        } else {
            changeNetwork(host, kind);
        }
    }

    private void send(SimHost host) {
        List<PeerId> known = Stream.concat(
                        host.list.keySet().stream(),
                        host.home.pins.keySet().stream().map(PeerId::lanline))
                .distinct()
                .toList();
        scenario.any(known).ifPresent(to -> {
            int burst = agenda.chance(0.2) ? 5 : 1;
            for (int i = 0; i < burst; i++) {
                host.say(new UserCommand.SendText(Tag.NONE, to.text(), scenario.newText(), security(host, to)));
            }
        });
    }

    private Optional<Security> security(SimHost host, PeerId to) {
        boolean isOlder = Optional.ofNullable(host.list.get(to))
                .filter(peer -> peer.speaks() == Speaks.COURSE_2024)
                .isPresent();
        return isOlder && agenda.chance(0.5) ? Optional.of(Security.WEAK) : Optional.empty();
    }

    private void changeMind(SimHost host, int kind) {
        if (kind < 54) {
            takeBack(host);
        } else if (kind < 56) {
            scenario.any(List.copyOf(host.list.keySet())).ifPresent(who -> block(host, who));
        } else {
            host.say(new UserCommand.Retry(Tag.NONE, ""));
        }
    }

    private void takeBack(SimHost host) {
        if (agenda.chance(0.5)) {
            host.say(new UserCommand.TakeBack(Tag.NONE, "all"));
        } else {
            host.say(new UserCommand.ShowQueue(Tag.NONE));
            host.say(new UserCommand.TakeBack(Tag.NONE, Integer.toString(agenda.between(1, 3))));
        }
    }

    private void block(SimHost host, PeerId who) {
        blocked.add(who);
        host.say(new UserCommand.Block(Tag.NONE, who.text()));
        agenda.in(agenda.between(500, 8_000), () -> host.say(new UserCommand.Unblock(Tag.NONE, who.text())));
    }

    private void changeHost(SimHost host, int kind) {
        if (kind < 62) {
            host.name = Nickname.fromPeer(scenario.newName());
            host.names.add(host.name);
            host.say(new UserCommand.ChangeName(Tag.NONE, host.name));
        } else if (kind < 64) {
            host.status = Status.values()[agenda.between(0, 2)];
            host.say(new UserCommand.ChangeStatus(Tag.NONE, host.status, SafeText.EMPTY));
        } else if (kind < 66) {
            closeTheLid(host.machine());
        } else if (kind < 69) {
            host.kill();
            startAgain(host);
        } else if (kind < 72) {
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
        SimHome home = agenda.chance(0.8) ? host.home : scenario.newHome();
        scenario.startAt(agenda.between(200, Scenario.MOST_AWAY_MILLIS), host.machine(), home);
    }

    private void awaitDeparture(SimHost host, long deadline) {
        if (!host.isRunning()) {
            return;
        }
        if (host.hasDeparted) {
            host.leave();
            if (agenda.chance(0.6) && !isOver) {
                startAgain(host);
            }
        } else if (agenda.now() < deadline) {
            agenda.in(100, () -> awaitDeparture(host, deadline));
        } else {
            scenario.wrong("a quit that never ends: " + host.name);
        }
    }

    private void losePower(SimMachine machine) {
        machine.isOn = false;
        List<SimHost> running = scenario.runningOn(machine);
        running.forEach(SimHost::losePower);
        running.forEach(this::startAgain);
    }

    private void closeTheLid(SimMachine machine) {
        machine.isOn = false;
        List<SimHost> sleeping = scenario.runningOn(machine);
        sleeping.forEach(SimHost::sleep);
        agenda.in(agenda.between(1_000, 70_000), () -> {
            machine.isOn = true;
            sleeping.forEach(SimHost::wake);
        });
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
            scenario.any(scenario.older).ifPresent(old -> sayFrom(old, machine));
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
        String text = "o" + olderTexts++;
        if (old.isOf2019) {
            old.say(to, agenda.chance(0.3) ? oddThing() : text);
        } else if (agenda.chance(0.3)) {
            old.sayWeakly(to, text, agenda.chance(0.5));
        } else if (agenda.chance(0.3)) {
            old.say(to, oddThing());
        } else {
            old.say(to, "{\"unencrypted message\": \"" + text + "\"}");
        }
    }

    private String oddThing() {
        return ODD_THINGS.get(agenda.between(0, ODD_THINGS.size() - 1));
    }
}
