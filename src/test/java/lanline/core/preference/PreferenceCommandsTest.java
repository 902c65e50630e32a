package lanline.core.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.SettingChanged;
import lanline.core.event.Event;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.ChangeSetting;
import lanline.core.event.UserCommand.Ignore;
import lanline.core.event.UserCommand.ShowSettings;
import lanline.core.event.UserCommand.ToggleHighlight;
import lanline.core.event.UserCommand.Unignore;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Preferences;
import lanline.core.model.Presence;
import lanline.core.model.Route;
import lanline.core.model.Setting;
import lanline.core.model.Speaks;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;

/** What the commands do with what is set, and what they say. */
class PreferenceCommandsTest {
    private static final Peer ALI = lanline("ali", "10.0.0.2", 'a');
    private static final Peer BERK = lanline("berk", "10.0.0.3", 'b');

    private final EventBus bus = new EventBus();
    private final List<SettingChanged> changes = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final ChosenSettings settings = new ChosenSettings(bus, Preferences.USUAL);
    private final IgnoredPeople ignored = new IgnoredPeople(bus, settings);

    PreferenceCommandsTest() {
        new HighlightWords(bus, settings);
        bus.subscribe(SettingChanged.class, changes::add);
        bus.subscribe(
                Answered.class,
                event -> event.sentences().stream().map(SafeText::value).forEach(said::add));
        bus.subscribe(CommandRefused.class, event -> said.add("refused: " + event.sentence()));
        happens(new PeerAppeared(ALI), new PeerAppeared(BERK));
    }

    private static Peer lanline(String name, String address, char id) {
        Route route = new Route(List.of(new Endpoint(new HostAddress(address), 6001)));
        return new Peer(
                new PeerId(String.valueOf(id).repeat(32)),
                Nickname.fromPeer(name),
                Presence.ONLINE,
                Speaks.LANLINE,
                List.of(route),
                java.time.Instant.EPOCH);
    }

    private void happens(Event... events) {
        for (Event event : events) {
            bus.offer(event);
            bus.runPending();
        }
    }

    private String last() {
        return said.get(said.size() - 1);
    }

    @Test
    void aChangeIsToldToWhoeverActsOnItAndSaid() {
        happens(new ChangeSetting(Tag.NONE, Setting.BELL, "off"));
        assertEquals(1, changes.size());
        assertEquals("off", changes.get(0).preferences().value(Setting.BELL));
        assertEquals(List.of("bell is off from now on"), said);
    }

    @Test
    void whatAWindowChangesItShowsItself() {
        happens(new ChangeSetting(Tag.internal("window"), Setting.MOUSE, "on"));
        assertEquals(1, changes.size());
        assertEquals(List.of(), said);
    }

    @Test
    void everySettingIsListedWithItsValueItsHelpAndWhatMayBe() {
        happens(new OwnNameChanged(Tag.NONE, Nickname.fromPeer("ece")), new ShowSettings(Tag.NONE, List.of()));
        assertEquals(Setting.values().length, said.size());
        assertTrue(said.contains("name is ece: the name that others see"), said.toString());
        assertTrue(
                said.contains("bell is on: rings for a message that is not in sight, at most once in 3 s"
                        + " (on, mentions or off)"),
                said.toString());
        happens(new ShowSettings(Tag.NONE, List.of(Setting.IGNORE)));
        assertTrue(last().startsWith("ignore is empty: "), last());
    }

    @Test
    void aWordIsAddedAndTheSameAgainTakesItOff() {
        happens(new ToggleHighlight(Tag.NONE, "deploy"));
        assertEquals("deploy counts as a mention from now on; /highlight deploy again takes it off", last());
        happens(new ToggleHighlight(Tag.NONE, ""));
        assertTrue(last().startsWith("beside your name these count as a mention: deploy;"), last());
        happens(new ToggleHighlight(Tag.NONE, "DEPLOY"));
        assertEquals("DEPLOY is no longer a mention", last());
        assertEquals(List.of(), settings.preferences().highlights());
    }

    @Test
    void tooManyWordsAreRefusedAndNothingIsLost() {
        for (int i = 0; i <= Setting.MOST_WORDS; i++) {
            happens(new ToggleHighlight(Tag.NONE, "word" + i));
        }
        assertTrue(last().startsWith("refused: not added: highlight takes up to 50 words"), last());
        assertEquals(Setting.MOST_WORDS, settings.preferences().highlights().size());
    }

    @Test
    void whoIsIgnoredIsSoByIdAndTheSentenceSaysWhatThatDoes() {
        happens(new Ignore(Tag.NONE, "ali"));
        assertTrue(ignored.contains(ALI.id()));
        assertFalse(ignored.contains(BERK.id()));
        assertEquals(
                "ali is ignored from now on: what they write and wrote is not shown in the conversation and not counted,"
                        + " and nothing rings; all of it is in the history (F2). /unignore ends that",
                last());
        happens(new PeerChanged(ALI, lanline("alice", "10.0.0.2", 'a')));
        assertTrue(ignored.contains(ALI.id()), "another name changes nothing");
        happens(new Ignore(Tag.NONE, "alice"));
        assertTrue(last().startsWith("alice is ignored already"), last());
        happens(new Ignore(Tag.NONE, ""));
        assertTrue(last().startsWith("ignored are ali: "), last());
    }

    @Test
    void whoIsIgnoredIsUnignoredByTheOldNameTheNewOneOrTheId() {
        for (String who : List.of("ALI", "alice", "alice@10.0.0.2", ALI.id().text())) {
            happens(new PeerChanged(ALI, ALI), new Ignore(Tag.NONE, "ali"));
            happens(new PeerChanged(ALI, lanline("alice", "10.0.0.2", 'a')), new Unignore(Tag.NONE, who));
            assertFalse(ignored.contains(ALI.id()), who);
            assertEquals(
                    "ali is no longer ignored; what came meanwhile is in the conversation and in the history (F2)",
                    last());
        }
    }

    @Test
    void whoIsNotKnownOrNotIgnoredIsSaid() {
        happens(new Ignore(Tag.NONE, "zed"));
        assertEquals("refused: nobody called zed was heard; /users lists who is here", last());
        happens(new Unignore(Tag.NONE, "ali"));
        assertEquals("refused: nobody called ali is ignored; /ignore lists who is", last());
        happens(new Ignore(Tag.NONE, ""));
        assertEquals("nobody is ignored; /ignore NAME does that", last());
    }

    @Test
    void ofTwoOfOneNameTheIdSaysWhoIsMeant() {
        Peer other = lanline("ali", "10.0.0.9", 'c');
        happens(new PeerAppeared(other), new Ignore(Tag.NONE, "ali"));
        assertTrue(last().startsWith("refused: several people are called ali"), last());
        happens(new Ignore(Tag.NONE, "ali@10.0.0.2"), new Ignore(Tag.NONE, "ali@10.0.0.9"));
        happens(new Unignore(Tag.NONE, "ali"));
        assertTrue(last().startsWith("refused: several ignored people are called ali, say which: "), last());
        assertTrue(ignored.contains(ALI.id()) && ignored.contains(other.id()));
    }

    @Test
    void theListOfTheIgnoredHasAnEnd() {
        for (int i = 0; i <= 200; i++) {
            String id = String.format("%032d", i);
            Peer like = lanline("p" + i, "10.0.1.1", 'd');
            happens(new PeerAppeared(new Peer(
                    new PeerId(id), like.name(), like.presence(), like.speaks(), like.routes(), like.lastHeard())));
            happens(new Ignore(Tag.NONE, "p" + i));
        }
        assertEquals("refused: not done: 200 people are ignored already; /unignore NAME makes room", last());
    }
}
