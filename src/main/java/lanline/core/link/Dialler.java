package lanline.core.link;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.LinkId;
import lanline.core.model.Party;
import lanline.core.port.Alarm;
import lanline.core.session.OwnSide;
import lanline.core.session.Session;

/** Dials other Lanlines: those that announced themselves, those that are written to, those whose keys are old. Lives on the bus thread. */
final class Dialler {
    /** Dials of which it is not known yet what becomes of them; the next one waits. */
    static final int MOST_DIALLED = 8;

    /** On a LAN a connection takes a millisecond; the second attempt of the system, after a second, still counts. */
    static final int DIAL_MILLIS = 2_000;

    /** Dials for an announcement are spread by chance over so long, at the most, since everybody has heard the same. */
    static final int MOST_JITTER_MILLIS = 2_000;

    /** The more Lanlines there are the wider they are spread; in a small network people meet at once. */
    static final int JITTER_MILLIS_EACH = 20;

    private final Sessions.World world;
    private final OwnSide own;
    private final SessionLinks links;
    private final Dials dials = new Dials();
    /** Of whom an announcement was heard, as many as widen the spread. */
    private final Set<LanlineId> announced = new HashSet<>();

    /** Whom we dial we tell where we are. */
    private boolean isReachable;

    private boolean hasLeft;

    Dialler(Sessions.World world, OwnSide own, SessionLinks links) {
        this.world = world;
        this.own = own;
        this.links = links;
    }

    void onWanted(SessionWanted event) {
        Optional<InstanceId> instance = Optional.of(event.instance());
        if (announced.size() < MOST_JITTER_MILLIS / JITTER_MILLIS_EACH) {
            announced.add(event.id());
        }
        if (!links.isUpWith(event.id(), instance) && links.live() < Sessions.MOST_SESSIONS) {
            long jitter = world.random().nextInt(1 + announced.size() * JITTER_MILLIS_EACH);
            plan(new Dials.Target(event.id(), instance, event.at(), false), now() + jitter);
        }
    }

    void want(LanlineId id, List<Endpoint> at) {
        if (!links.isUpWith(id, Optional.empty())) {
            at.forEach(place -> plan(new Dials.Target(id, Optional.empty(), place, false), Dials.AT_ONCE));
        }
    }

    /** {@code old}: which we have dialled. */
    void renew(SessionLink old) {
        Party party = old.party();
        old.target.ifPresent(target ->
                plan(new Dials.Target(party.id(), Optional.of(party.instance()), target.at(), true), Dials.AT_ONCE));
    }

    void met(Party party) {
        dials.met(party.id(), party.reach());
    }

    void succeeded(Endpoint to) {
        dials.succeeded(to);
    }

    void forget(LanlineId id) {
        dials.forget(id);
    }

    /** Others can dial us, and it is known where: what was planned until now may go. */
    void reachable() {
        isReachable = true;
        dialDue();
    }

    /** No more from now on. */
    void leave() {
        hasLeft = true;
    }

    private void plan(Dials.Target target, long dueAt) {
        dials.plan(target, dueAt, now());
        dialDue();
    }

    /** To be called whenever time has passed or a dial is no longer under way. */
    void dialDue() {
        while (isReachable && !hasLeft && links.beingDialled() < MOST_DIALLED) {
            Optional<Dials.Target> due = dials.takeDue(now());
            if (due.isEmpty()) {
                wakeForNext();
                return;
            }
            due.filter(target -> isWanted(target) && dials.begin(target, now())).ifPresent(this::dial);
        }
    }

    private void wakeForNext() {
        if (dials.nextAt() != Alarm.NEVER) {
            world.time().wakeAt(dials.nextAt());
        }
    }

    private boolean isWanted(Dials.Target target) {
        return !isOurselves(target)
                && target.isRenewal() == links.isUpWith(target.id(), target.instance())
                && !links.isBeingDialled(target.id(), target.instance());
    }

    private boolean isOurselves(Dials.Target target) {
        return target.instance().equals(Optional.of(own.claim().get().run().instance()));
    }

    private void dial(Dials.Target target) {
        LinkId id = world.network().dial(target.at(), DIAL_MILLIS);
        links.add(new SessionLink(id, target.at(), Optional.of(target), Session.dial(own, target.id()), now()));
    }

    private long now() {
        return world.time().uptimeMillis();
    }
}
