package lanline.core.screen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Preferences;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a front end with a screen draws, as one immutable value; a newer one replaces it whole.
 *
 * <p>What depends on the terminal (size, scroll position, text being typed, which view is up) is the terminal's own.
 */
public record Screen(
        Self self,
        Sidebar sidebar,
        Transcript transcript,
        Activity activity,
        HistoryPage history,
        Optional<Person> person,
        Optional<Comparison> comparison) {

    /** With no words to compare. */
    public Screen(
            Self self,
            Sidebar sidebar,
            Transcript transcript,
            Activity activity,
            HistoryPage history,
            Optional<Person> person) {
        this(self, sidebar, transcript, activity, history, person, Optional.empty());
    }

    /** Before anything has happened: what the first frame shows. */
    public static Screen starting(Nickname name) {
        return starting(name, Preferences.USUAL);
    }

    public static Screen starting(Nickname name, Preferences preferences) {
        return new Screen(
                new Self(name, Status.ONLINE, true, preferences),
                Sidebar.EMPTY,
                Transcript.empty(),
                Activity.NONE,
                HistoryPage.NONE,
                Optional.empty());
    }

    /** The person at this terminal. {@code starting}: the network is not up yet. */
    public record Self(Nickname name, Status status, boolean starting, Preferences preferences) {
        /** One who has set nothing. */
        public Self(Nickname name, Status status, boolean starting) {
            this(name, status, starting, Preferences.USUAL);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Self that
                    && status == that.status
                    && starting == that.starting
                    && name.equals(that.name)
                    && preferences.equals(that.preferences);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + Boolean.hashCode(starting)) + status.hashCode();
        }
    }

    /** Who the current conversation is with, while here; {@code since}: the time from which on the presence is what it is. */
    public record Person(Peer peer, Instant since) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Person that && since.equals(that.since) && peer.equals(that.peer);
        }

        @Override
        public int hashCode() {
            return 31 * peer.hashCode() + since.hashCode();
        }
    }

    /**
     * How far comparing words has come, as told last. {@code with}: HOME where it did not begin, for the reason in {@code sentence}.
     */
    public record Comparison(
            ConversationId with, SafeText name, ComparisonStage stage, List<String> words, SafeText sentence) {
        /** The tag of the commands by which the window of it asks. */
        public static final Tag TAG = Tag.internal("verify");

        public Comparison {
            words = List.copyOf(words);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Comparison that
                    && stage == that.stage
                    && with.equals(that.with)
                    && name.equals(that.name)
                    && words.equals(that.words)
                    && sentence.equals(that.sentence);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * with.hashCode() + stage.hashCode()) + words.hashCode();
        }
    }

    /** People, in the order to show: open conversations first, in the order of their numbers, then by name. {@code here}: online or busy. */
    public record Sidebar(List<PersonRow> people, int here) {
        static final Sidebar EMPTY = new Sidebar(List.of(), 0);

        public Sidebar {
            people = List.copyOf(people);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sidebar that && here == that.here && people.equals(that.people);
        }

        @Override
        public int hashCode() {
            return 31 * people.hashCode() + here;
        }
    }

    /** What waits or failed, which conversations have something unread, mentions first, and what calls for attention. */
    public record Activity(int waiting, int failed, List<Unread> unread, Alert alert) {
        static final Activity NONE = new Activity(0, 0, List.of());

        /** With nothing that calls. */
        public Activity(int waiting, int failed, List<Unread> unread) {
            this(waiting, failed, unread, Alert.NONE);
        }

        public Activity {
            unread = List.copyOf(unread);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Activity that
                    && waiting == that.waiting
                    && failed == that.failed
                    && alert.equals(that.alert)
                    && unread.equals(that.unread);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * unread.hashCode() + failed) + waiting;
        }
    }

    /** A conversation with something unread; {@code number} as in the sidebar, 0 for none. */
    public record Unread(int number, ConversationId conversation, String label, int count, boolean mentions) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Unread that
                    && number == that.number
                    && count == that.count
                    && mentions == that.mentions
                    && conversation.equals(that.conversation)
                    && label.equals(that.label);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * label.hashCode() + conversation.hashCode()) + Boolean.hashCode(mentions)) + count;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Screen that
                && self.equals(that.self)
                && sidebar.equals(that.sidebar)
                && transcript.equals(that.transcript)
                && activity.equals(that.activity)
                && history.equals(that.history)
                && person.equals(that.person)
                && comparison.equals(that.comparison);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * history.hashCode() + activity.hashCode()) + transcript.hashCode()) + sidebar.hashCode();
    }
}
