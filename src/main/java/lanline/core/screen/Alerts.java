package lanline.core.screen;

import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.EventBus;
import lanline.core.model.ChatMessage;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.port.TimeSource;

/** Which messages call the reader back to the window: those not in sight, as far as they are wished. Lives on the bus thread. */
final class Alerts {
    /** A person who writes ten lines is heard once; what comes within this time is seen, not heard. */
    static final int AT_MOST_EVERY_MILLIS = 3_000;

    private final TimeSource time;
    private final Transcripts transcripts;
    private final Mentions mentions;
    private Preferences preferences;
    private Alert last = Alert.NONE;
    private long quietUntil = Long.MIN_VALUE;

    Alerts(EventBus bus, TimeSource time, Transcripts transcripts, Mentions mentions, Preferences preferences) {
        this.time = time;
        this.transcripts = transcripts;
        this.mentions = mentions;
        this.preferences = preferences;
        bus.subscribe(MessageArrived.class, event -> onArrived(event.message()));
        bus.subscribe(SettingChanged.class, event -> this.preferences = event.preferences());
    }

    Alert last() {
        return last;
    }

    private void onArrived(ChatMessage message) {
        boolean mention = mentions.in(message.text());
        boolean wanted = wants(Setting.NOTIFY, "all", mention);
        if (transcripts.isInSight(message.conversation()) || !wanted || time.uptimeMillis() < quietUntil) {
            return;
        }
        quietUntil = time.uptimeMillis() + AT_MOST_EVERY_MILLIS;
        boolean rings = wants(Setting.BELL, "on", mention);
        last = new Alert(last.number() + 1, rings, message.with().name().shown(), message.text());
    }

    /** Whether the setting says so for every message, or for mentions and this is one. */
    private boolean wants(Setting setting, String forEvery, boolean mention) {
        return preferences.is(setting, forEvery) || preferences.is(setting, "mentions") && mention;
    }
}
