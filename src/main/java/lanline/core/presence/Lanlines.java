package lanline.core.presence;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lanline.core.dialect.Proof;
import lanline.core.dialect.Sighting;
import lanline.core.event.ChatEvent.AccountProven;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.SessionDown;
import lanline.core.event.ChatEvent.SessionFailed;
import lanline.core.event.ChatEvent.SessionUp;
import lanline.core.event.ChatEvent.SessionWanted;
import lanline.core.event.ChatEvent.TrustChanged;
import lanline.core.event.ChatEvent.UnicastWanted;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsLoaded;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Party;
import lanline.core.model.PeerId;
import lanline.core.model.Persona;
import lanline.core.model.Pin;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.model.Trust;
import lanline.core.port.TimeSource;
import lanline.core.presence.AnnouncementCheck.Run;
import lanline.core.presence.AnnouncementCheck.Verdict;

/**
 * The Lanlines on the list: a signed announcement makes somebody announced, and only a session makes that one be here, so that what others
 * have recorded and send again makes ghosts at most, which vanish when nobody answers. Lives on the bus thread.
 */
public final class Lanlines {
    /** Runs remembered that nobody answered for; the earliest is forgotten first, and shows as announced once more. */
    private static final int MOST_GHOSTS = 5_000;

    /** Judgements remembered, as many as both halves of the list hold; the earliest is forgotten first, and told again by who judges. */
    private static final int MOST_JUDGED = 10_000;

    private final EventBus bus;
    private final TimeSource time;
    private final Self self;
    private final Roster roster;
    private final AnnouncementCheck check;
    private final Set<Run> ghosts = new LinkedHashSet<>();
    private final Map<PeerId, TrustChanged> judged = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PeerId, TrustChanged> eldest) {
            return size() > MOST_JUDGED;
        }
    };

    public Lanlines(EventBus bus, TimeSource time, Self self, Roster roster) {
        this.bus = bus;
        this.time = time;
        this.self = self;
        this.roster = roster;
        this.check = new AnnouncementCheck(time);
        bus.subscribe(PinsLoaded.class, event -> event.pins().forEach(this::know));
        bus.subscribe(SessionUp.class, event -> onUp(event.party()));
        bus.subscribe(SessionDown.class, this::onDown);
        bus.subscribe(SessionFailed.class, this::onFailed);
        bus.subscribe(TrustChanged.class, this::onTrust);
        bus.subscribe(AccountProven.class, this::onAccount);
    }

    /** Somebody was heard who says to be a Lanline. */
    void hear(Shadows.Heard heard, Proof proof) {
        heard.sighting().lanline().filter(said -> !isThisRun(said)).ifPresent(said -> {
            Verdict verdict = check.verdict(said, proof);
            bus.raise(new AnnouncementHeard(heard.from().host(), heard.port(), verdict.problem()));
            if (verdict == Verdict.BELIEVED) {
                believe(heard, said);
            } else if (verdict == Verdict.LATE) {
                forgetShadow(heard);
            } else if (verdict != Verdict.REPEATED) {
                refuse(heard.sighting().name(), heard.from().host());
            }
        });
    }

    /**
     * Who says to be a Lanline and is not believed, because of a later version, a wrong clock or a false signature, is nobody: least of all the
     * person with an older program, to be written to in the open, as whom the same program announces itself beside.
     */
    void refuse(Nickname name, HostAddress host) {
        roster.forgetShadow(name, host, false);
    }

    /** Own announcements come back from every network. */
    private boolean isThisRun(Sighting.Lanline said) {
        return isOwn(said.id())
                && said.instance().equals(self.description().run().instance());
    }

    private boolean isOwn(LanlineId id) {
        return id.equals(self.description().identity().id());
    }

    private void believe(Shadows.Heard heard, Sighting.Lanline said) {
        Sighting sighting = heard.sighting();
        HostAddress host = heard.from().host();
        boolean isLeaving = sighting.status() == Status.BYE;
        forgetShadow(heard);
        if (sighting.asksForUnicast() && !isLeaving && !isHeardByBroadcast(heard)) {
            bus.raise(new UnicastWanted(host));
        }
        if (!isOwn(said.id()) && !ghosts.contains(Run.of(said))) {
            list(heard, isLeaving);
        }
        if (!isLeaving && !isBlocked(heard.id()) && !isLive(heard.id(), said.instance())) {
            bus.raise(new SessionWanted(said.id(), said.instance(), sighting.reach()));
        }
    }

    private void forgetShadow(Shadows.Heard heard) {
        Sighting sighting = heard.sighting();
        roster.forgetShadow(sighting.name(), heard.from().host(), sighting.status() == Status.BYE);
    }

    private boolean isHeardByBroadcast(Shadows.Heard heard) {
        return roster.table()
                .find(heard.id())
                .filter(entry -> entry.isHeardByBroadcast(heard.from().host(), time.uptimeMillis()))
                .isPresent();
    }

    private boolean isBlocked(PeerId peer) {
        TrustChanged judgement = judged.get(peer);
        return judgement != null && judgement.trust() == Trust.BLOCKED;
    }

    private boolean isLive(PeerId peer, InstanceId instance) {
        return roster.table().find(peer).filter(entry -> entry.isLive(instance)).isPresent();
    }

    private void list(Shadows.Heard heard, boolean isLeaving) {
        Optional<PeerEntry> known = roster.table().find(heard.id());
        if (known.isPresent()) {
            roster.update(known.get(), Speaks.LANLINE, heard.sighting());
        } else if (!isLeaving) {
            Sighting sighting = heard.sighting();
            PeerEntry entry = newcomer(heard.id(), sighting.name(), sighting.reach());
            entry.take(Speaks.LANLINE, sighting, time.uptimeMillis());
            roster.welcomeLanline(entry, sighting.reach());
        }
    }

    private PeerEntry newcomer(PeerId id, Nickname name, Endpoint reach) {
        Persona persona = Persona.named(name);
        TrustChanged judgement = judged.get(id);
        return PeerEntry.lanline(
                id,
                judgement == null ? persona : persona.withTrust(judgement.trust(), judgement.isSuspect()),
                reach,
                time);
    }

    private void know(Pin pin) {
        check.know(pin);
        onTrust(new TrustChanged(pin.peer(), pin.trust(), false));
    }

    private void onTrust(TrustChanged event) {
        judged.remove(event.peer());
        judged.put(event.peer(), event);
        roster.table().find(event.peer()).ifPresent(entry -> {
            entry.judge(event.trust(), event.isSuspect());
            roster.tellIfChanged(entry);
        });
    }

    private void onAccount(AccountProven event) {
        roster.table().find(event.peer()).ifPresent(entry -> {
            entry.prove(event.account());
            roster.tellIfChanged(entry);
        });
    }

    private void onUp(Party party) {
        check.prove(party);
        ghosts.remove(Run.of(party));
        roster.forgetShadow(party.name(), party.reach().host(), false);
        if (isOwn(party.id())) {
            return;
        }
        Optional<PeerEntry> known = roster.table().find(party.peer());
        PeerEntry entry = known.orElseGet(() -> newcomer(party.peer(), party.name(), party.reach()));
        entry.up(party, time.uptimeMillis());
        if (known.isPresent()) {
            roster.tellIfChanged(entry);
            roster.takePlace(entry, party.reach());
        } else {
            roster.welcomeLanline(entry, party.reach());
        }
    }

    private void onDown(SessionDown event) {
        Party party = event.party();
        boolean hasEnded = event.end() == SessionDown.End.LEFT;
        // Who does not want us is, for us, not there; and yet may want us again.
        boolean hasLeft = hasEnded || event.end() == SessionDown.End.BLOCKED;
        if (hasEnded) {
            check.end(party);
        }
        roster.table().find(party.peer()).ifPresent(entry -> {
            entry.down(party, event.end() == SessionDown.End.CUT, time.uptimeMillis());
            if (hasLeft) {
                entry.remove(party.instance());
            }
            roster.tellOrDismiss(entry, hasLeft);
        });
    }

    /** Somebody never met is taken off again, and what is announced as that one does not bring it back: it would come and go. */
    private void onFailed(SessionFailed event) {
        PeerId peer = PeerId.lanline(event.id());
        roster.table().find(peer).ifPresent(entry -> {
            boolean isKnown = check.isKnown(event.id());
            for (InstanceId missed : entry.missAt(event.at())) {
                if (isKnown) {
                    entry.lose(missed);
                } else {
                    entry.remove(missed);
                    rememberGhost(new Run(event.id(), missed));
                }
            }
            roster.tellOrDismiss(entry, false);
        });
    }

    private void rememberGhost(Run ghost) {
        ghosts.add(ghost);
        if (ghosts.size() > MOST_GHOSTS) {
            ghosts.remove(ghosts.iterator().next());
        }
    }
}
