package lanline.edge.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent;
import lanline.core.event.StorageEvent.MessageKnown;
import lanline.core.event.StorageEvent.MessageNotStored;
import lanline.core.event.StorageEvent.MessageStored;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;
import lanline.edge.system.HandOver;

/**
 * Writes groups of changes, one transaction each, and tells what became of every message, after it is true. Lives on the store thread.
 *
 * <p>What the database can't take is answered at once, so that the chat goes on, and kept here until it can.
 */
final class Recorder {
    /** Changes kept while the database can't be used, by {@link Change#weight}: some megabytes. Later ones stand in the readable log only. */
    private static final int MOST_HELD = 4_096;

    /** Messages that may wait for the index in a flood that never pauses. */
    private static final int FAR_BEHIND = 4_096;

    private static final SafeText NO_SPACE = SafeText.line("less than 200 MiB are free on the disk");

    private final EventBus bus;
    private final HistoryFile file;
    private final TextLog log;
    private final DiskSpace space;
    private final Troubles troubles;
    private final Deque<Change> held = new ArrayDeque<>();
    private int heldWeight;

    /** At the start something that an earlier run left out may be missing. */
    private int unindexed = 1;

    Recorder(EventBus bus, HistoryFile file, TextLog log, DiskSpace space) {
        this.bus = bus;
        this.file = file;
        this.log = log;
        this.space = space;
        troubles = new Troubles(bus);
    }

    /** True while something waits for the database to become usable. */
    boolean isWaiting() {
        return file.isTriedAgain();
    }

    /** Writes a group, after what is still held; an empty one opens the database and writes what is held, if that is due. */
    void record(List<Change> group) {
        Outcome outcome = new Outcome(isSpaceLow());
        boolean written = isWritten(group, outcome);
        if (!written) {
            // A damaged database has been set aside by the first try. After any other failure there is none to use now.
            written = isWritten(group, outcome);
        }
        if (!written) {
            refuse(group, outcome);
        }
        append(outcome.logged);
    }

    /** Something is stored that can't be found by its words yet. */
    boolean isIndexBehind() {
        return unindexed > 0 && !file.isTriedAgain();
    }

    boolean isIndexFarBehind() {
        return unindexed >= FAR_BEHIND;
    }

    /** Makes everything findable that is stored; where that fails, the next call tries again. */
    void index() {
        Optional<OpenHistory> open = file.use();
        if (open.isEmpty()) {
            // One that will never be used is waited for no longer.
            unindexed = file.isTriedAgain() ? unindexed : 0;
            return;
        }
        try {
            open.get().index();
            unindexed = 0;
        } catch (SQLException e) {
            open.get().rollback();
            file.failed(e);
        }
    }

    private boolean isSpaceLow() {
        boolean low = space.isLow();
        if (low) {
            troubles.tell(
                    Troubles.About.SPACE,
                    "Less than 200 MiB are free on the disk: what others write is shown, but not stored;"
                            + " what you write still is. Make some space.");
        } else {
            troubles.settle(Troubles.About.SPACE, "There is space on the disk again; what others write is stored.");
        }
        return low;
    }

    private boolean isWritten(List<Change> group, Outcome outcome) {
        Optional<OpenHistory> open = file.use();
        if (open.isEmpty()) {
            return false;
        }
        boolean nothingToDo = group.isEmpty() && held.isEmpty() && !file.isTriedAgain();
        return nothingToDo || isCommitted(open.get(), group, outcome);
    }

    private boolean isCommitted(OpenHistory open, List<Change> group, Outcome outcome) {
        outcome.forget();
        try {
            if (held.isEmpty() && group.size() == 1) {
                // What a chat writes nearly always: beginning and committing around it would take half as long again.
                group.get(0).deliverTo(new Transaction(open.table(), outcome));
            } else {
                commit(open, group, outcome);
            }
            held.clear();
            heldWeight = 0;
            file.works();
            outcome.answers.forEach(bus::answer);
            HandOver.letWokenRun();
            open.makeDurable(List.copyOf(outcome.stored), outcome.isReceiptAwaited);
            unindexed += outcome.stored.size();
            return true;
        } catch (SQLException e) {
            open.rollback();
            file.failed(e);
            return false;
        }
    }

    private void commit(OpenHistory open, List<Change> group, Outcome outcome) throws SQLException {
        Transaction transaction = new Transaction(open.begin(), outcome);
        for (Change change : held) {
            change.deliverTo(transaction.silently());
        }
        for (Change change : group) {
            change.deliverTo(transaction);
        }
        open.commit();
    }

    private void refuse(List<Change> group, Outcome outcome) {
        outcome.forget();
        Refusal refusal = new Refusal(file.reason(), outcome);
        group.forEach(change -> change.deliverTo(refusal));
        outcome.answers.forEach(bus::answer);
    }

    private void append(List<ChatMessage> messages) {
        try {
            log.append(messages);
            troubles.settle(Troubles.About.LOG, "The readable log is written again.");
        } catch (IOException e) {
            troubles.tell(
                    Troubles.About.LOG,
                    "The readable log chat.log can't be written (" + Sentences.of(e)
                            + "); the history is apart from it, and it is tried again with the next message.");
        }
    }

    /** What became of a group: filled while a transaction runs, told when it is committed. */
    private static final class Outcome {
        private final boolean noStrangers;
        private final List<StorageEvent> answers = new ArrayList<>();
        private final List<MessageId> stored = new ArrayList<>();
        private final List<ChatMessage> logged = new ArrayList<>();
        private boolean isReceiptAwaited;

        Outcome(boolean noStrangers) {
            this.noStrangers = noStrangers;
        }

        void forget() {
            answers.clear();
            stored.clear();
            logged.clear();
            isReceiptAwaited = false;
        }

        /** True, and answered so, for text from the network while there is no space for it ({@code decisions.md} 28). */
        boolean isTurnedAway(ChatMessage message) {
            boolean turnedAway = noStrangers && !message.isOwn();
            if (turnedAway) {
                answers.add(new MessageNotStored(message, NO_SPACE));
            }
            return turnedAway;
        }
    }

    /** Writes into the database. */
    private record Transaction(MessageTable table, Outcome outcome) implements Change.Handler<SQLException> {
        @Override
        public void store(ChatMessage message) throws SQLException {
            if (outcome.isTurnedAway(message)) {
                return;
            }
            boolean isNew = table.insert(message);
            outcome.answers.add(isNew ? new MessageStored(message) : new MessageKnown(message));
            outcome.stored.add(message.id());
            outcome.isReceiptAwaited |= !message.isOwn() && message.with().speaks() == Speaks.LANLINE;
            if (isNew) {
                outcome.logged.add(message);
            }
        }

        @Override
        public void update(MessageId id, Delivery delivery) throws SQLException {
            table.update(id, delivery);
        }

        /** For what was held: it has been answered, and stands in the log. */
        Transaction silently() {
            return new Transaction(table, new Outcome(false));
        }
    }

    /** Answers that the database can't be used, and holds what should have gone into it. */
    private final class Refusal implements Change.Handler<RuntimeException> {
        private final SafeText reason;
        private final Outcome outcome;

        Refusal(SafeText reason, Outcome outcome) {
            this.reason = reason;
            this.outcome = outcome;
        }

        @Override
        public void store(ChatMessage message) {
            if (outcome.isTurnedAway(message)) {
                return;
            }
            outcome.answers.add(new MessageNotStored(message, reason));
            outcome.logged.add(message);
            hold(new Change.Store(message));
        }

        @Override
        public void update(MessageId id, Delivery delivery) {
            hold(new Change.Update(id, delivery));
        }

        private void hold(Change change) {
            if (file.isTriedAgain() && heldWeight < MOST_HELD) {
                held.add(change);
                heldWeight += change.weight();
            }
        }
    }
}
