package lanline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.ComparisonStage;
import lanline.core.model.LanlineId;
import lanline.core.model.Party;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Tag;
import lanline.core.model.Trust;

/** People who compare words: each looks at both screens after a while and says what stands there. Nobody is verified but by two such people. */
final class WordComparing {
    private static final double MISTAKES = 0.1;

    private static final int MOST_LOOKS = 4;

    private record Seen(SimHost by, PeerId with) {}

    /** Who was told that {@code with} is verified, while this connection carried their session. */
    private record Verified(SimHost host, SimHost with, SimLink link) {}

    private final Scenario scenario;
    private final Map<Seen, List<String>> onScreen = new HashMap<>();
    /** Of which words a person said that they are the same. */
    private final Map<Seen, List<String>> agreed = new HashMap<>();

    private final List<Verified> verified = new ArrayList<>();
    /** Whom nothing may hinder to be verified any more. */
    private final List<Verified> expected = new ArrayList<>();
    /** Those who have begun before, or found words to differ: programs let them wait after some times. */
    private final Set<Seen> tried = new HashSet<>();

    WordComparing(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Somebody wants to know who that is. */
    void begin(SimHost host) {
        scenario.any(List.copyOf(host.sessions.values())).map(Party::peer).ifPresent(with -> begin(host, with));
    }

    private void begin(SimHost host, PeerId with) {
        tried.add(new Seen(host, with));
        host.say(new Verify(Tag.NONE, with.text(), Optional.empty()));
    }

    /** On a network without trouble two who have not tried yet, of one program each, are to succeed. */
    void beginAtPeace() {
        for (SimHost one : scenario.running()) {
            for (Party party : one.sessions.values()) {
                Optional<SimHost> other = partner(one, party).filter(there -> areFree(one, there));
                if (other.isPresent() && expected.isEmpty()) {
                    expected.add(new Verified(one, other.get(), one.linkOf(party)));
                    begin(one, party.peer());
                }
            }
        }
    }

    private boolean areFree(SimHost one, SimHost other) {
        boolean isForeign = scenario.homesOf(idOf(one)).size() > 1
                || scenario.homesOf(idOf(other)).size() > 1;
        return !isForeign && !tried.contains(new Seen(one, idOf(other))) && !tried.contains(new Seen(other, idOf(one)));
    }

    private Optional<SimHost> partner(SimHost host, Party party) {
        return scenario.running().stream()
                .filter(other -> other.instance.equals(party.instance()))
                .filter(other ->
                        other.sessions.values().stream().anyMatch(theirs -> other.linkOf(theirs) == host.linkOf(party)))
                .findFirst();
    }

    /** {@code host} tells its person. */
    void moved(SimHost host, ComparisonMoved event) {
        Seen seen = new Seen(host, event.peer().id());
        if (event.stage() == ComparisonStage.SHOWN) {
            boolean isNew = !event.words().equals(onScreen.put(seen, event.words()));
            if (isNew) {
                lookSoon(seen, event.words(), MOST_LOOKS);
            }
        } else if (event.stage() == ComparisonStage.VERIFIED) {
            onVerified(seen);
        }
    }

    private void lookSoon(Seen seen, List<String> words, int times) {
        scenario.agenda.in(scenario.agenda.between(500, 4_000), () -> look(seen, words, times));
    }

    private void look(Seen seen, List<String> words, int times) {
        if (!seen.by().isRunning() || !words.equals(onScreen.get(seen))) {
            return;
        }
        List<List<String>> theirs =
                partners(seen).map(onScreen::get).filter(shown -> shown != null).toList();
        if (theirs.isEmpty() && times > 0) {
            lookSoon(seen, words, times - 1);
        } else if (!theirs.isEmpty()) {
            boolean isMistaken = scenario.isTroubled() && scenario.agenda.chance(MISTAKES);
            answer(seen, words, theirs.contains(words) && !isMistaken);
        }
    }

    /** What each program of that person shows of this one. */
    private Stream<Seen> partners(Seen seen) {
        return scenario.hosts.stream()
                .filter(other -> idOf(other).equals(seen.with()))
                .map(other -> new Seen(other, idOf(seen.by())));
    }

    private void answer(Seen seen, List<String> words, boolean areSame) {
        if (areSame) {
            agreed.put(seen, words);
        }
        tried.add(seen);
        seen.by().say(new Verify(Tag.NONE, seen.with().text(), Optional.of(areSame)));
    }

    private void onVerified(Seen seen) {
        List<String> words = agreed.get(seen);
        Optional<SimHost> other = partners(seen)
                .filter(there -> words != null && words.equals(agreed.get(there)))
                .map(Seen::by)
                .findFirst();
        if (other.isEmpty()) {
            scenario.wrong(seen.by().name + " takes " + seen.with() + " for verified, and not both have said so");
        } else {
            seen.by().home.verified.add(new LanlineId(seen.with().text()));
            seen.by().sessions.values().stream()
                    .filter(party -> party.instance().equals(other.get().instance)
                            && seen.by().isLinked(party))
                    .forEach(party -> verified.add(
                            new Verified(seen.by(), other.get(), seen.by().linkOf(party))));
        }
    }

    /** Where the session still stands in which they have compared, both are verified. */
    void check() {
        verified.stream().filter(this::stillStands).forEach(this::checkBoth);
        expected.stream().filter(this::stillStands).forEach(this::checkBoth);
        for (SimHome home : scenario.homes) {
            home.pins.values().stream()
                    .filter(pin -> pin.trust() == Trust.VERIFIED && !home.verified.contains(pin.id()))
                    .forEach(pin -> scenario.wrong("verified by nobody: " + pin));
        }
    }

    private boolean stillStands(Verified pair) {
        return holds(pair.host(), pair.link()) && holds(pair.with(), pair.link());
    }

    private static boolean holds(SimHost host, SimLink link) {
        return host.isRunning() && host.sessions.values().stream().anyMatch(party -> host.linkOf(party) == link);
    }

    private void checkBoth(Verified pair) {
        checkOne(pair.host(), pair.with());
        checkOne(pair.with(), pair.host());
    }

    private void checkOne(SimHost host, SimHost with) {
        Pin pin = host.home.pins.get(with.home.identity.id());
        if (pin == null || pin.trust() != Trust.VERIFIED) {
            scenario.wrong(host.name + " has compared words with " + with.name + ", and knows that one as " + pin);
        }
    }

    private static PeerId idOf(SimHost host) {
        return PeerId.lanline(host.home.identity.id());
    }
}
