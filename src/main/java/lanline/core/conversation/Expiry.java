package lanline.core.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.event.Tick;
import lanline.core.model.Delivery;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.port.Alarm;
import lanline.core.port.TimeSource;

/** Gives up messages that have waited as long as people want. Lives on the bus thread. */
public final class Expiry {
    private static final Map<String, Span> SPANS = Map.of(
            "1h", new Span(Duration.ofHours(1), "an hour"),
            "1d", new Span(Duration.ofDays(1), "a day"),
            "7d", new Span(Duration.ofDays(7), "7 days"),
            "30d", new Span(Duration.ofDays(30), "30 days"));

    private static final Span NEVER = new Span(Duration.ZERO, "");

    /** Looked at so often while something waits: the wall clock, by which messages wait, may be set, and runs while the machine sleeps. */
    private static final long LOOK_MILLIS = 3_600_000;

    private final TimeSource time;
    private final Outbox outbox;
    private final Alarm alarm;
    private Span span;

    private record Span(Duration length, String words) {
        boolean isLimited() {
            return !length.isZero();
        }
    }

    public Expiry(EventBus bus, TimeSource time, Preferences preferences, Outbox outbox) {
        this.time = time;
        this.outbox = outbox;
        alarm = new Alarm(time);
        span = spanOf(preferences);
        bus.subscribe(MessageProgressed.class, this::onProgress);
        bus.subscribe(SettingChanged.class, this::onSetting);
        bus.subscribe(Tick.class, event -> {
            if (alarm.rings()) {
                look();
            }
        });
    }

    private static Span spanOf(Preferences preferences) {
        return SPANS.getOrDefault(preferences.value(Setting.EXPIRE), NEVER);
    }

    private void onProgress(MessageProgressed event) {
        if (event.message().delivery().state() == Delivery.State.QUEUED && span.isLimited()) {
            setAlarm(event.message().time().plus(span.length()));
        }
    }

    private void onSetting(SettingChanged event) {
        if (event.setting() == Setting.EXPIRE) {
            span = spanOf(event.preferences());
            look();
        }
    }

    private void look() {
        if (!span.isLimited()) {
            return;
        }
        outbox.expire(time.now().minus(span.length()), span.words());
        Instant earliest = outbox.earliest();
        if (!earliest.equals(Instant.MAX)) {
            setAlarm(earliest.plus(span.length()));
        }
    }

    private void setAlarm(Instant due) {
        long millis = Duration.between(time.now(), due).toMillis();
        alarm.setFor(time.uptimeMillis() + Math.min(LOOK_MILLIS, Math.max(0, millis)));
    }
}
