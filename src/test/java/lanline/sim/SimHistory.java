package lanline.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lanline.core.event.StorageEvent;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Tag;
import lanline.core.port.History;
import lanline.core.text.SafeText;

/** A history in a map: commits in groups a little later, answers after that, and forgets what was not committed when the process ends. */
final class SimHistory implements History {
    private final Agenda agenda;
    private final SimHome home;
    private final Flaw flaw;
    private final Consumer<StorageEvent> answers;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean isOpen;
    private boolean isOver;
    /** Nothing more can be stored. */
    boolean isFull;

    SimHistory(Agenda agenda, SimHome home, Flaw flaw, Consumer<StorageEvent> answers) {
        this.agenda = agenda;
        this.home = home;
        this.flaw = flaw;
        this.answers = answers;
    }

    /** Nothing is answered before. */
    void open() {
        if (!isOver) {
            isOpen = true;
            answers.accept(new StorageEvent.HistoryOpened(home.committed.size(), home.unsent()));
            workSoon();
        }
    }

    /** The process has ended: what waits is lost. */
    void end() {
        isOver = true;
    }

    @Override
    public void store(ChatMessage message) {
        if (flaw == Flaw.STORED_BEFORE_IT_IS) {
            answers.accept(new StorageEvent.MessageStored(message));
            later(() -> home.commit(message));
        } else if (flaw != Flaw.SWALLOWS_STORES || !agenda.chance(0.2)) {
            later(() -> commit(message));
        }
    }

    private void commit(ChatMessage message) {
        boolean isKnown = home.committed.containsKey(message.id());
        if (isKnown && flaw == Flaw.FORGETS_WHAT_IT_HAS) {
            ChatMessage again = withId(message, MessageId.random(agenda.random()));
            home.commit(again);
            answers.accept(new StorageEvent.MessageStored(again));
        } else if (isKnown) {
            answers.accept(new StorageEvent.MessageKnown(message));
            makeDurableSoon(message.id());
        } else if (isFull) {
            home.unkept.add(message.id());
            answers.accept(new StorageEvent.MessageNotStored(message, SafeText.line("the disk is full")));
        } else {
            home.commit(message);
            answers.accept(new StorageEvent.MessageStored(message));
            makeDurableSoon(message.id());
        }
    }

    private static ChatMessage withId(ChatMessage message, MessageId id) {
        return new ChatMessage(
                id, message.direction(), message.with(), message.text(), message.time(), message.delivery());
    }

    private void makeDurableSoon(MessageId id) {
        if (flaw == Flaw.DURABLE_BEFORE_IT_IS) {
            answers.accept(new StorageEvent.MessagesDurable(List.of(id)));
            agenda.in(agenda.between(0, 10_000), () -> makeDurable(id));
        } else {
            agenda.in(agenda.between(0, 5), () -> makeDurable(id));
        }
    }

    private void makeDurable(MessageId id) {
        if (!isOver) {
            home.sync();
            answers.accept(new StorageEvent.MessagesDurable(List.of(id)));
        }
    }

    @Override
    public void update(MessageId id, Delivery delivery) {
        Delivery kept = flaw == Flaw.FORGETS_DOUBTS && delivery.mayHaveArrived() ? Delivery.failed("") : delivery;
        later(() -> Optional.ofNullable(home.committed.get(id))
                .ifPresent(message -> home.commit(message.withDelivery(kept))));
    }

    @Override
    public void read(Tag tag, ConversationId conversation, Before before, int limit) {
        later(() -> answers.accept(new StorageEvent.PageLoaded(tag, page(conversation, before, limit))));
    }

    @Override
    public void search(Tag tag, ConversationId conversation, String text, Before before, int limit) {
        read(tag, conversation, before, limit);
    }

    @Override
    public void export(Tag tag, ConversationId conversation, String text, String file) {
        later(() -> answers.accept(new StorageEvent.HistoryExported(tag, file, home.committed.size())));
    }

    private StorageEvent.Page page(ConversationId conversation, Before before, int limit) {
        List<StorageEvent.Stored> found = new ArrayList<>();
        long number = 0;
        for (ChatMessage message : home.committed.values()) {
            number++;
            boolean isMeant = conversation.equals(ConversationId.HOME)
                    || message.conversation().equals(conversation);
            if (isMeant && number < before.number() && message.time().isBefore(before.time())) {
                found.add(new StorageEvent.Stored(number, message));
            }
        }
        int from = Math.max(0, found.size() - limit);
        return new StorageEvent.Page(conversation, "", found.subList(from, found.size()), from > 0);
    }

    /** In order, one group after the other. */
    private void later(Runnable work) {
        if (waiting.isEmpty()) {
            workSoon();
        }
        if (flaw == Flaw.ANSWERS_OUT_OF_ORDER && agenda.chance(0.5)) {
            waiting.addFirst(work);
        } else {
            waiting.addLast(work);
        }
    }

    private void workSoon() {
        agenda.in(agenda.between(0, 8), this::workOff);
    }

    private void workOff() {
        if (!isOpen) {
            return;
        }
        List<Runnable> group = List.copyOf(waiting);
        waiting.clear();
        if (!isOver) {
            group.forEach(Runnable::run);
        }
    }
}
