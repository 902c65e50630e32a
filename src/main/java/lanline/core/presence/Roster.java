package lanline.core.presence;

import java.util.List;
import java.util.Optional;
import lanline.core.dialect.Sighting;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.ChatEvent.AnnouncementMade;
import lanline.core.event.ChatEvent.GreetingWanted;
import lanline.core.event.ChatEvent.HabitsSeen;
import lanline.core.event.ChatEvent.NewcomerHeard;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.EventBus;
import lanline.core.event.Tick;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Speaks;
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
    private final PeerTable table = new PeerTable();
    private final Shadows shadows = new Shadows();

    public Roster(EventBus bus, TimeSource time, Self self) {
        this.bus = bus;
        this.time = time;
        this.ageing = new Alarm(time);
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

    /** An older program was heard. */
    void hear(Shadows.Heard heard) {
        boolean is2019 = heard.speaks() == Speaks.COURSE_2019;
        if (is2019 && shadows.isOwn(heard.id())) {
            return;
        }
        bus.raise(new AnnouncementHeard(heard.from().host(), heard.port(), SafeText.EMPTY));
        if (is2019) {
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
    void forgetShadow(Nickname name, HostAddress host, boolean isLeaving) {
        PeerId shadow = shadows.cast(name, host, isLeaving, time.uptimeMillis());
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
        if (known.isPresent()) {
            update(known.get(), heard.speaks(), sighting);
        } else {
            forgetNameless(heard);
            PeerEntry entry = PeerEntry.older(heard.id(), heard.speaks(), sighting.name(), sighting.reach(), time);
            entry.take(heard.speaks(), sighting, time.uptimeMillis());
            entry.refresh(time);
            welcome(entry);
        }
        if (heard.speaks() == Speaks.LAB) {
            bus.raise(new GreetingWanted(sighting.reach()));
        }
    }

    /** Who wrote from there before a name was heard is called by the address: that was whoever announces now. */
    private void forgetNameless(Shadows.Heard heard) {
        PeerId nameless = PeerId.older(
                Nickname.fromPeer(heard.from().host().text()), heard.from().host());
        table.find(nameless).filter(entry -> !entry.wasAnnounced()).ifPresent(entry -> {
            entry.forget(heard.speaks());
            tellOrDismiss(entry, false);
        });
    }

    /** A Lanline that was heard for the first time, at {@code reach}. */
    void welcomeLanline(PeerEntry entry, Endpoint reach) {
        entry.refresh(time);
        if (welcome(entry)) {
            takePlace(entry, reach);
        }
    }

    /** Who was there and is silent has gone: messages for it would reach a stranger. */
    void takePlace(PeerEntry entry, Endpoint reach) {
        if (entry.isLanline()) {
            table.claim(entry, reach, time.uptimeMillis()).ifPresent(before -> {
                before.giveUp(reach);
                tellOrDismiss(before, false);
            });
        }
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

    /** Somebody on the list was heard again. */
    void update(PeerEntry entry, Speaks speaks, Sighting sighting) {
        if (!entry.take(speaks, sighting, time.uptimeMillis())) {
            return;
        }
        if (entry.isGone()) {
            dismiss(entry, true);
        } else {
            tellIfChanged(entry);
            takePlace(entry, sighting.reach());
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

    void tellOrDismiss(PeerEntry entry, boolean saidBye) {
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
