package lanline.core.presence;

import java.util.List;
import java.util.function.Function;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Proof;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.Sighting;
import lanline.core.event.ChatEvent.AnnouncementHeard;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.DatagramReceived;
import lanline.core.model.Nickname;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/**
 * Finds out what a datagram announces, and passes it on: to the list of older programs as it is, to that of Lanlines with its proof.
 * Lives on the bus thread.
 */
public final class Hearing {
    private final EventBus bus;
    private final TimeSource time;
    private final Function<DatagramReceived, List<Dialect>> dialects;
    private final Roster roster;
    private final Lanlines lanlines;
    private final RateLimit rate = new RateLimit();

    /** {@code dialects}: those that may understand a datagram, in the order in which they are asked. */
    public Hearing(
            EventBus bus,
            TimeSource time,
            Function<DatagramReceived, List<Dialect>> dialects,
            Roster roster,
            Lanlines lanlines) {
        this.bus = bus;
        this.time = time;
        this.dialects = dialects;
        this.roster = roster;
        this.lanlines = lanlines;
        bus.subscribe(DatagramReceived.class, this::onDatagram);
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
                roster.hear(heard(sighting));
            }

            @Override
            public void signed(Sighting sighting, Proof proof) {
                lanlines.hear(heard(sighting), proof);
            }

            private Shadows.Heard heard(Sighting sighting) {
                return new Shadows.Heard(event.from(), event.localPort(), asked.speaks(), sighting);
            }

            @Override
            public void notMine() {
                recognise(event, dialects, dialect + 1);
            }

            @Override
            public void refused(Nickname name, SafeText why) {
                malformed(why);
                lanlines.refuse(name, event.from().host());
            }

            @Override
            public void malformed(SafeText why) {
                bus.raise(new AnnouncementHeard(event.from().host(), event.localPort(), why));
            }
        });
    }
}
