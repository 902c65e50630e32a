package lanline.core.screen;

import static lanline.core.screen.Stage.ALI;
import static lanline.core.screen.Stage.BERK;
import static lanline.core.screen.Stage.WITH_ALI;
import static lanline.core.screen.Stage.WITH_BERK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.model.Preferences;
import lanline.core.model.Setting;
import lanline.core.model.Tag;
import org.junit.jupiter.api.Test;

/** Which messages call somebody back to the window. */
class AlertsTest {
    private final Stage stage = new Stage();
    private final Transcripts transcripts = stage.transcripts();
    private final Alerts alerts = new Alerts(stage.bus, stage.time, transcripts, stage.mentions, Preferences.USUAL);
    private Preferences preferences = Preferences.USUAL;
    private int number;

    AlertsTest() {
        stage.open(WITH_ALI, WITH_ALI, WITH_BERK);
        stage.time.pass(10);
    }

    private void set(Setting setting, String value) {
        preferences = preferences.with(setting, value);
        stage.happens(new SettingChanged(Tag.NONE, setting, preferences));
    }

    /** The alert that a message from somebody out of sight gives, or none. */
    private Alert after(String text) {
        stage.time.pass(10);
        long before = alerts.last().number();
        stage.arrives(BERK, ++number, text);
        return alerts.last().number() > before ? alerts.last() : Alert.NONE;
    }

    @Test
    void aMessageThatIsNotInSightCalls() {
        Alert alert = after("hello");
        assertEquals(1, alert.number());
        assertTrue(alert.rings());
        assertEquals("berk", alert.from().value());
        assertEquals("hello", alert.text().value());
    }

    @Test
    void whatIsInSightDoesNotCallButDoesOnceTheWindowHasLostTheFocus() {
        stage.arrives(ALI, 1, "ece: here?");
        assertEquals(Alert.NONE, alerts.last());
        stage.looks(WITH_ALI, false);
        stage.arrives(ALI, 2, "ece: here?");
        assertEquals(1, alerts.last().number());
    }

    @Test
    void inThreeSecondsItCallsOnce() {
        stage.arrives(BERK, 1, "one");
        stage.time.passMillis(2_999);
        stage.arrives(BERK, 2, "two");
        assertEquals(1, alerts.last().number());
        stage.time.passMillis(1);
        stage.arrives(BERK, 3, "three");
        assertEquals(2, alerts.last().number());
    }

    @Test
    void onlyMentionsCallWhereThatIsSet() {
        set(Setting.NOTIFY, "mentions");
        assertEquals(Alert.NONE, after("hello"));
        assertTrue(after("hello Ece").rings());
        set(Setting.HIGHLIGHT, "deploy");
        assertTrue(after("the DEPLOY is stuck").rings());
        assertEquals(Alert.NONE, after("redeployed"));
        set(Setting.NOTIFY, "none");
        assertEquals(Alert.NONE, after("hello Ece"));
    }

    @Test
    void theBellMayBeSilentWhereANotificationIsStillShown() {
        set(Setting.BELL, "mentions");
        assertEquals(1, after("hello").number());
        assertFalse(alerts.last().rings());
        assertTrue(after("ece!").rings());
        set(Setting.BELL, "off");
        assertFalse(after("ece!").rings());
    }

    @Test
    void whatIsReadFromTheHistoryAndOwnMessagesAreSilent() {
        stage.queued(BERK, 7, "mine");
        stage.answers(false, Stage.received(ALI, 3, "ece: old"));
        assertEquals(Alert.NONE, alerts.last());
    }
}
