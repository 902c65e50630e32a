package lanline.core.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import lanline.core.event.ChatEvent.ComparisonHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.EventBus;
import lanline.core.event.Tick;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Party;
import lanline.core.model.Peer;
import lanline.core.model.Tag;
import lanline.core.port.Alarm;
import lanline.core.port.KeySource;
import lanline.core.port.TimeSource;
import lanline.core.secure.SharedWords;
import lanline.core.session.Frame;

/** All comparisons of words that run, at most one a session ({@link Comparison} draws one). Lives on the bus thread. */
public final class Comparisons {
    /** People call each other first; what takes longer is begun again. */
    static final long PEOPLE_MILLIS = 10 * 60_000L;

    /** The programs alone need far less. */
    static final long PROGRAMS_MILLIS = 15_000;

    /** Comparisons that failed: whoever tries to guess the words is made to wait, and people look up ({@code security.md} section 5). */
    static final int MOST_FAILURES = 3;

    /** Comparisons that the other side began: more are declined without a word, so that nobody can fill a screen with questions. */
    static final int MOST_ASKED = 5;

    private final World world;
    private final LanlineId own;
    private final LiveSessions live;
    private final KnownKeys keys;
    private final Chosen chosen;
    private final BiConsumer<LinkId, Frame> say;
    private final ComparisonTeller teller;
    private final Alarm alarm;
    private final Map<LinkId, Running> running = new HashMap<>();
    private final RecentTries failures = new RecentTries(MOST_FAILURES);
    private final RecentTries asked = new RecentTries(MOST_ASKED);

    /** What comparing needs of the world. */
    public record World(EventBus bus, KeySource random, TimeSource time) {}

    /** {@code tag}: of the command that began it, if the person here did. {@code until}: it ends at that uptime. */
    private record Running(Party party, Comparison comparison, Optional<Tag> tag, long until) {
        boolean isOurs() {
            return tag.isPresent();
        }
    }

    /** {@code say}: says something in the session on a link; false if it no longer stands. */
    public Comparisons(
            World world,
            LanlineId own,
            LiveSessions live,
            KnownKeys keys,
            Chosen chosen,
            BiConsumer<LinkId, Frame> say) {
        this.world = world;
        this.own = own;
        this.live = live;
        this.keys = keys;
        this.chosen = chosen;
        this.say = say;
        this.teller = new ComparisonTeller(world.bus());
        this.alarm = new Alarm(world.time());
        EventBus bus = world.bus();
        bus.subscribe(Verify.class, this::onVerify);
        bus.subscribe(ComparisonHeard.class, this::onHeard);
        bus.subscribe(SessionDown.class, event -> onDown(event.party()));
        bus.subscribe(Tick.class, tick -> endLate());
    }

    private void onVerify(Verify command) {
        chosen.find(command.tag(), command.to(), peer -> {
            Optional<LanlineId> id = KnownKeys.keyOf(peer);
            if (id.isEmpty()) {
                refuse(command, peer.name() + " has an older program, which has no key: there is nothing to verify");
            } else {
                Optional<Running> now = with(id.get());
                command.answer()
                        .ifPresentOrElse(
                                same -> answer(command, peer, now, same), () -> begin(command, peer, id.get(), now));
            }
        });
    }

    private Optional<Running> with(LanlineId id) {
        return running.values().stream()
                .filter(one -> one.party().id().equals(id))
                .findFirst();
    }

    private void begin(Verify command, Peer peer, LanlineId id, Optional<Running> now) {
        Optional<SessionUp> session = live.with(id);
        if (now.isPresent()) {
            tell(command.tag(), peer, now.get());
        } else if (session.isEmpty()) {
            refuse(
                    command,
                    peer.name() + " is not connected: words can be compared while both are here. /fingerprint "
                            + peer.name() + " shows digits that can be compared at any time");
        } else if (failures.isTooOften(id, uptime())) {
            refuse(
                    command,
                    "the words differed " + MOST_FAILURES + " times, so there is a pause of 10 minutes. Write nothing"
                            + " secret to " + peer.name() + ", and compare /fingerprint " + peer.name()
                            + " by phone or side by side");
        } else {
            lead(command.tag(), peer, session.get());
        }
    }

    private void lead(Tag tag, Peer peer, SessionUp session) {
        Party party = session.party();
        SharedWords.Between between = new SharedWords.Between(own, party.id(), session.channelBinding());
        Comparison comparison = Comparison.leading(between, nonce());
        Running begun = run(party, comparison, Optional.of(tag), PROGRAMS_MILLIS);
        say(party, comparison.opening());
        tell(tag, peer, begun);
    }

    private Running run(Party party, Comparison comparison, Optional<Tag> tag, long millis) {
        Running now = new Running(party, comparison, tag, uptime() + millis);
        running.put(party.link(), now);
        alarm.setFor(now.until());
        return now;
    }

    private void answer(Verify command, Peer peer, Optional<Running> now, boolean same) {
        if (now.filter(one -> one.comparison().isAsking()).isEmpty()) {
            refuse(
                    command,
                    "there are no words to compare with " + peer.name() + " now; /verify " + peer.name() + " begins");
            return;
        }
        Running asking = now.get();
        say(asking.party(), asking.comparison().answer(same));
        onMoved(command.tag(), peer, asking);
    }

    private void onHeard(ComparisonHeard event) {
        Running now = running.get(event.from().link());
        chosen.known(event.from().peer()).ifPresent(peer -> {
            if (event.step() == ComparisonStep.COMMIT) {
                follow(event.from(), peer, event.content());
            } else if (now != null) {
                now.comparison().hear(event.step(), event.content()).ifPresent(reply -> say(now.party(), reply));
                onMoved(now.tag().orElse(Tag.NONE), peer, now);
            }
        });
    }

    /** Of two that begin at once, the one of the smaller id leads. */
    private void follow(Party party, Peer peer, Bytes commitment) {
        Optional<Running> crossing = Optional.ofNullable(running.get(party.link()))
                .filter(one -> one.comparison().state() == Comparison.State.COMMITTED);
        if (crossing.isPresent() && own.text().compareTo(party.id().text()) < 0) {
            return;
        }
        Optional<SessionUp> session = live.on(party.id(), party.link());
        boolean isTooOften = failures.isTooOften(party.id(), uptime())
                || crossing.isEmpty() && asked.isTooOften(party.id(), uptime());
        if (session.isEmpty() || isTooOften) {
            say(party, Comparison.stopping());
            return;
        }
        asked.count(party.id(), uptime());
        SharedWords.Between between =
                new SharedWords.Between(party.id(), own, session.get().channelBinding());
        Comparison comparison = Comparison.following(between, nonce(), commitment);
        Running begun = run(party, comparison, crossing.flatMap(Running::tag), PROGRAMS_MILLIS);
        say(party, comparison.opening());
        if (comparison.state().isOver()) {
            onMoved(Tag.NONE, peer, begun);
        }
    }

    private void onMoved(Tag tag, Peer peer, Running now) {
        LanlineId id = now.party().id();
        switch (now.comparison().state()) {
            case SHOWN -> run(now.party(), now.comparison(), now.tag(), PEOPLE_MILLIS);
            case VERIFIED -> keys.verified(id, peer.name());
            case DENIED_HERE, DENIED_THERE, BROKEN -> failures.count(id, uptime());
            case COMMITTED, ANSWERED, AGREED, HEARD, STOPPED -> {
                // Nothing is to be done but to tell.
            }
        }
        if (now.comparison().state().isOver()) {
            running.remove(now.party().link());
        }
        tell(tag, peer, now);
    }

    private void onDown(Party party) {
        Running cut = running.remove(party.link());
        if (cut != null) {
            chosen.known(party.peer()).ifPresent(teller::cut);
        }
    }

    private void endLate() {
        if (!alarm.rings()) {
            return;
        }
        List<Running> late =
                running.values().stream().filter(one -> one.until() <= uptime()).toList();
        for (Running one : late) {
            running.remove(one.party().link());
            say(one.party(), Comparison.stopping());
            chosen.known(one.party().peer()).ifPresent(teller::late);
        }
        running.values().forEach(one -> alarm.setFor(one.until()));
    }

    private void tell(Tag tag, Peer peer, Running now) {
        teller.tell(tag, peer, now.comparison(), now.isOurs());
    }

    /** A session that has just gone says so itself. */
    private void say(Party to, Frame frame) {
        say.accept(to.link(), frame);
    }

    private Bytes nonce() {
        byte[] nonce = new byte[SharedWords.NONCE_LENGTH];
        world.random().fill(nonce);
        return Bytes.copyOf(nonce);
    }

    private long uptime() {
        return world.time().uptimeMillis();
    }

    private void refuse(Verify command, String sentence) {
        chosen.refuse(command.tag(), sentence);
    }
}
