package lanline.core.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lanline.core.model.ConversationId;
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.model.Setting;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** What a person (or a script, through {@code --json}) asked for. {@code to} is what was typed: see {@code Addressee}. */
public sealed interface UserCommand extends Event {
    /** Repeated by what answers the command. */
    Tag tag();

    /** Whom it is for, as typed; empty if it is for nobody in particular. */
    default String to() {
        return "";
    }

    /** {@code to} empty: the current conversation. {@code security}: {@code NONE} or {@code WEAK}; empty: as chosen for that person. */
    record SendText(Tag tag, String to, SafeText text, Optional<Security> security) implements UserCommand {
        /** As chosen for that person. */
        public SendText(Tag tag, String to, SafeText text) {
            this(tag, to, text, Optional.empty());
        }
    }

    /** Says whether the old course encryption is used to a person; or, where {@code on} is empty, asks. {@code to} empty: the current conversation. */
    record ChooseWeak(Tag tag, String to, Optional<Boolean> on) implements UserCommand {}

    /** Makes a conversation the current one; everything typed goes there. */
    record OpenConversation(Tag tag, String to) implements UserCommand {}

    /** The current conversation by its number in the sidebar, 1 to 10; the current one's number goes back to the one before. */
    record OpenNumber(Tag tag, int number) implements UserCommand {}

    /** The conversation {@code step} places on in the sidebar's order, around the end. */
    record OpenNeighbour(Tag tag, int step) implements UserCommand {}

    /** Takes the current conversation off the list; its history stays. */
    record CloseConversation(Tag tag) implements UserCommand {}

    /** Empties the view of the current conversation; its history stays. */
    record ClearConversation(Tag tag) implements UserCommand {}

    record ListUsers(Tag tag) implements UserCommand {}

    record DescribePeer(Tag tag, String to) implements UserCommand {}

    record ChangeName(Tag tag, Nickname name) implements UserCommand {}

    record ChangeStatus(Tag tag, Status status, SafeText text) implements UserCommand {}

    /** Sends failed messages again: the one with id {@code message}, or where that is empty all of the current conversation's or of everybody's. */
    record Retry(Tag tag, String message) implements UserCommand {}

    record ReportNetwork(Tag tag) implements UserCommand {}

    /** Sets something to a value that {@link Setting#read} has answered; at once, and for the next runs. */
    record ChangeSetting(Tag tag, Setting setting, String value) implements UserCommand {}

    /** Asks what is set; {@code which} empty: everything. */
    record ShowSettings(Tag tag, List<Setting> which) implements UserCommand {
        public ShowSettings {
            which = List.copyOf(which);
        }
    }

    /** Makes {@code word} count as a mention, or no longer where it does already; empty: lists those that do. */
    record ToggleHighlight(Tag tag, String word) implements UserCommand {}

    /** From now on what this person writes is not shown; empty: lists those of whom that is so. */
    record Ignore(Tag tag, String to) implements UserCommand {}

    /** {@code who}: a name as it was, or an id. Not {@code to}: who is ignored need not be here. */
    record Unignore(Tag tag, String who) implements UserCommand {}

    /** Reads {@code limit} messages of a conversation ({@code with} empty: of all) from before {@code before} (MAX for the newest). */
    record ReadHistory(Tag tag, String with, Instant before, int limit) implements UserCommand {}

    /** Searches (empty text: everything); {@code beforeNumber} continues an earlier page (MAX_VALUE for the newest). */
    record SearchHistory(Tag tag, String with, String text, long beforeNumber, int limit) implements UserCommand {}

    /** Scrollback has reached the oldest line that is loaded: load older ones. */
    record LoadOlder(Tag tag, ConversationId conversation) implements UserCommand {}

    /** One wants to see a message by its number in the history: load older ones until it is there, or as many as are kept. */
    record LoadBack(Tag tag, ConversationId conversation, long number) implements UserCommand {}

    /**
     * Whether the end of the current conversation is shown, and whether the person is at this terminal: only where both are true is
     * what arrives read. Going away is like leaving the conversation.
     */
    record ViewMoved(Tag tag, ConversationId conversation, boolean atLiveEnd, boolean focused) implements UserCommand {}

    /**
     * Writes the messages with {@code with} (empty: all) that a search for {@code text} (empty: any) finds to a file in the current
     * folder; {@code .jsonl} ending: JSON Lines, else text.
     */
    record ExportHistory(Tag tag, String with, String text, String file) implements UserCommand {}

    /** Compares words with a person, or goes on with it: {@code answer} is whether they are the same, empty to begin. */
    record Verify(Tag tag, String to, Optional<Boolean> answer) implements UserCommand {}

    /** Shows the digits by which two people can compare their keys; {@code to} empty: one's own key. */
    record ShowFingerprint(Tag tag, String to) implements UserCommand {}

    /** Takes a key that is not the one known for that name; {@code hint}: its first signs, so that nobody does it by mistake. */
    record TrustKey(Tag tag, String to, String hint) implements UserCommand {}

    /** From now on no session with that person; {@code to} empty: lists those of whom that is so. */
    record Block(Tag tag, String to) implements UserCommand {}

    record Unblock(Tag tag, String to) implements UserCommand {}

    /** In this run, text for that older program may go unencrypted although encryption was spoken there. */
    record AllowPlain(Tag tag, String to) implements UserCommand {}

    /** Lists the messages that wait. */
    record ShowQueue(Tag tag) implements UserCommand {}

    /** Takes messages that wait back: {@code which} is a number of the list, an id, or {@code all}. */
    record TakeBack(Tag tag, String which) implements UserCommand {}

    /** Ends the program: what is on its way is finished first, unless {@code atOnce}. */
    record Quit(Tag tag, boolean atOnce) implements UserCommand {}
}
