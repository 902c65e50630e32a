package lanline.core.presence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Proof;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.Sighting;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.AnnouncementMade;
import lanline.core.event.ChatEvent.GreetingWanted;
import lanline.core.event.ChatEvent.HabitsSeen;
import lanline.core.event.ChatEvent.NewcomerHeard;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.UnicastWanted;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.event.Tick;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.port.Alarm;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/**
 * Who is here, like the list at the door: a name goes on it when an announcement is heard, is marked away when the next two are
 * missed, and comes off after a quarter of an hour or a good-bye. Lives on the bus thread.
 */
public final class Roster {
    private final EventBus bus;
    private final TimeSource time;
    private final Alarm ageing;
    private final Self self;
    private final Function<DatagramReceived, List<Dialect>> dialects;
    private final PeerTable table = new PeerTable();
    private final Departures departures = new Departures();
    private final RateLimit rate = new RateLimit();
    private final Shadows shadows = new Shadows();

    /** {@code dialects}: those that may understand a datagram, in the order in which they are asked. */
    public Roster(EventBus bus, TimeSource time, Self self, Function<DatagramReceived, List<Dialect>> dialects) {
        this.bus = bus;
        this.time = time;
        this.ageing = new Alarm(time);
        this.self = self;
        this.dialects = dialects;
        bus.subscribe(DatagramReceived.class, this::onDatagram);
        bus.subscribe(
                AnnouncementMade.class,
                event -> shadows.castOwn(self.description().name(), event.on().address()));
        bus.subscribe(HabitsSeen.class, this::onHabits);
        bus.subscribe(Tick.class, this::onTick);
    }

    /** Everybody on the list, in no order. */
    public List<Peer> peers() {
        return table.all().stream().map(PeerEntry::told).toList();
    }

    /** How the older program at {@code from} writes, as far as it has shown. */
    public Habits habitsAt(Endpoint from) {
        return table.olderAt(from.host()).stream()
                .findFirst()
                .map(entry -> entry.told().speech().habits())
                .orElse(Habits.UNKNOWN);
    }

    PeerTable table() {
        return table;
    }

    private void onDatagram(DatagramReceived event) {
        if (rate.allows(event.from().host(), time.uptimeMillis())) {
            recognise(event, dialects.apply(event), 0);
        }
    }

    private void recognise(DatagramReceived event, List<Dialect> dialects, int dialect) {
        if (dialect == dialects.size()) {
            return;
        }
        Dialect asked = dialects.get(dialect);
        asked.recognise(event.from(), event.payload()).deliverTo(new Recognition.Handler() {
            @Override
            public void seen(Sighting sighting) {
                onSighting(new Shadows.Heard(event.from(), event.localPort(), asked.speaks(), sighting));
            }

            @Override
            public void signed(Sighting sighting, Proof proof) {
                if (proof.hasSoundKey() && proof.holds()) {
                    seen(sighting);
                }
            }

            @Override
            public void notMine() {
                recognise(event, dialects, dialect + 1);
            }

            @Override
            public void malformed(SafeText why) {
                bus.raise(new AnnouncementHeard(event.from().host(), event.localPort(), why));
            }
        });
    }

    private void onSighting(Shadows.Heard heard) {
        Sighting sighting = heard.sighting();
        HostAddress host = heard.from().host();
        if (isOwn(heard)) {
            sighting.lanline().ifPresent(twin -> forgetShadow(host, sighting));
            return;
        }
        bus.raise(new AnnouncementHeard(host, heard.port(), SafeText.EMPTY));
        if (departures.isOver(sighting)) {
            return;
        }
        if (sighting.lanline().isPresent()) {
            forgetShadow(host, sighting);
            accept(heard);
        } else if (heard.speaks() == Speaks.COURSE_2019) {
            acceptUnlessShadow(heard);
        } else {
            accept(heard);
        }
    }

    private void acceptUnlessShadow(Shadows.Heard heard) {
        long now = time.uptimeMillis();
        if (shadows.isShadow(heard.id(), now)) {
            return;
        }
        boolean isKnown = table.find(heard.id()).isPresent();
        if (!isKnown && shadows.hold(heard, now)) {
            time.wakeAt(now + Shadows.HOLD_MILLIS);
        } else {
            accept(heard);
        }
    }

    /** A Lanline spoke: what was taken for a person with the 2019 edition there, by that name, was this one. */
    private void forgetShadow(HostAddress host, Sighting lanline) {
        boolean isLeaving = lanline.status() == Status.BYE;
        PeerId shadow = shadows.cast(lanline.name(), host, isLeaving, time.uptimeMillis());
        table.find(shadow).ifPresent(entry -> {
            entry.forget(Speaks.COURSE_2019);
            tellOrDismiss(entry, false);
        });
    }

    /** Somebody at {@code host} has shown to be no Lanline: nobody there is held back any longer. */
    void releaseHeld(HostAddress host) {
        shadows.release(host).forEach(this::accept);
    }

    private void accept(Shadows.Heard heard) {
        Sighting sighting = heard.sighting();
        Optional<PeerEntry> known = table.find(heard.id());
        boolean isHeardAnyhow = known.filter(
                        entry -> entry.isHeardByBroadcast(heard.from().host(), time.uptimeMillis()))
                .isPresent();
        if (sighting.asksForUnicast() && sighting.status() != Status.BYE && !isHeardAnyhow) {
            bus.raise(new UnicastWanted(heard.from().host()));
        }
        if (known.isPresent()) {
            update(known.get(), heard.speaks(), sighting);
        } else if (sighting.status() != Status.BYE) {
            forgetNameless(heard);
            PeerEntry entry = new PeerEntry(heard.id(), heard.speaks(), sighting.name(), sighting.reach(), time);
            entry.take(heard.speaks(), sighting, time.uptimeMillis());
            entry.refresh(time);
            if (welcome(entry)) {
                takePlace(entry, sighting);
            }
        }
        if (heard.speaks() == Speaks.LAB) {
            bus.raise(new GreetingWanted(sighting.reach()));
        }
    }

    /** Who wrote from there before a name was heard is called by the address: that was whoever announces now. */
    private void forgetNameless(Shadows.Heard heard) {
        PeerId nameless = PeerId.older(
                Nickname.fromPeer(heard.from().host().text()), heard.from().host());
        Optional<PeerEntry> before = heard.sighting().lanline().isPresent() ? Optional.empty() : table.find(nameless);
        before.filter(entry -> !entry.wasAnnounced()).ifPresent(entry -> {
            entry.forget(heard.speaks());
            tellOrDismiss(entry, false);
        });
    }

    /** Who was there and is silent has gone: messages for it would reach a stranger. */
    private void takePlace(PeerEntry entry, Sighting sighting) {
        if (entry.isLanline()) {
            table.claim(entry, sighting.reach(), time.uptimeMillis()).ifPresent(before -> {
                before.giveUp(sighting.reach());
                tellOrDismiss(before, false);
            });
        }
    }

    private boolean isOwn(Shadows.Heard heard) {
        return heard.sighting()
                .lanline()
                .map(said -> said.id().equals(self.description().identity().id()))
                .orElseGet(() -> heard.speaks() == Speaks.COURSE_2019 && shadows.isOwn(heard.id()));
    }

    /** Puts somebody on the list and says so, unless the list is full of people who are here. */
    boolean welcome(PeerEntry entry) {
        if (!table.hasRoom(entry.isLanline())) {
            Optional<PeerEntry> least = table.leastMissed(entry.isLanline(), time.uptimeMillis());
            if (least.isEmpty()) {
                return false;
            }
            dismiss(least.get(), false);
        }
        table.add(entry);
        ageing.setFor(entry.agesAt(time.uptimeMillis()));
        bus.raise(new PeerAppeared(entry.told()));
        bus.raise(new NewcomerHeard(entry.told()));
        return true;
    }

    private void update(PeerEntry entry, Speaks speaks, Sighting sighting) {
        if (!entry.take(speaks, sighting, time.uptimeMillis())) {
            return;
        }
        if (entry.isGone()) {
            dismiss(entry, true);
        } else {
            tellIfChanged(entry);
            takePlace(entry, sighting);
        }
    }

    void tellIfChanged(PeerEntry entry) {
        ageing.setFor(entry.agesAt(time.uptimeMillis()));
        Peer before = entry.told();
        if (entry.refresh(time)) {
            bus.raise(new PeerChanged(before, entry.told()));
        }
    }

    /** An older program is known by its address: one at an address is taken to be whoever wrote from there. */
    private void onHabits(HabitsSeen event) {
        for (PeerEntry entry : table.olderAt(event.from().host())) {
            entry.learn(event.seen());
            tellIfChanged(entry);
        }
    }

    /** Older programs at {@code host} (of the name {@code folded}, where it is known) have left, as far as they speak {@code edition}. */
    void dismissOlder(HostAddress host, Optional<String> folded, Speaks edition) {
        shadows.release(host);
        for (PeerEntry entry : table.olderAt(host)) {
            if (folded.filter(name -> !name.equals(entry.told().name().folded()))
                    .isEmpty()) {
                entry.forget(edition);
                tellOrDismiss(entry, true);
            }
        }
    }

    private void tellOrDismiss(PeerEntry entry, boolean saidBye) {
        if (entry.isGone()) {
            dismiss(entry, saidBye);
        } else {
            tellIfChanged(entry);
        }
    }

    private void dismiss(PeerEntry entry, boolean saidBye) {
        table.remove(entry);
        bus.raise(new PeerLeft(entry.told(), saidBye));
    }

    private void onTick(Tick tick) {
        shadows.due(time.uptimeMillis()).forEach(this::accept);
        if (ageing.rings()) {
            age(time.uptimeMillis());
        }
    }

    private void age(long now) {
        List<PeerEntry> aged =
                table.all().stream().filter(entry -> entry.hasAged(now)).toList();
        for (PeerEntry entry : aged) {
            entry.forgetSilent(now);
            tellOrDismiss(entry, false);
        }
        table.all().stream().mapToLong(entry -> entry.agesAt(now)).min().ifPresent(ageing::setFor);
    }
}
