package lanline.core.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.QueueListed;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.ShowQueue;
import lanline.core.event.UserCommand.TakeBack;
import lanline.core.model.ChatMessage;
import lanline.core.model.MessageId;
import lanline.core.model.Tag;
import lanline.core.port.TimeSource;
import lanline.core.text.SafeText;

/** Shows what waits, and takes back of it what a person does not want to go. Lives on the bus thread. */
public final class QueueCommands {
    private static final String ALL = "all";

    private final EventBus bus;
    private final TimeSource time;
    private final Outbox outbox;

    /** As a person saw it last: the numbers mean these, whatever has gone meanwhile. */
    private List<MessageId> listed = List.of();

    public QueueCommands(EventBus bus, TimeSource time, Outbox outbox) {
        this.bus = bus;
        this.time = time;
        this.outbox = outbox;
        bus.subscribe(ShowQueue.class, this::onShow);
        bus.subscribe(TakeBack.class, this::onTakeBack);
    }

    private void onShow(ShowQueue command) {
        List<ChatMessage> waiting = outbox.waiting();
        listed = waiting.stream().map(ChatMessage::id).toList();
        Instant now = time.now();
        bus.raise(new QueueListed(
                command.tag(),
                waiting.stream()
                        .map(message -> new QueueListed.Waiting(message, secondsBetween(message.time(), now)))
                        .toList()));
    }

    private static long secondsBetween(Instant then, Instant now) {
        return Math.max(0, Duration.between(then, now).toSeconds());
    }

    private void onTakeBack(TakeBack command) {
        if (command.which().equals(ALL)) {
            List<ChatMessage> waiting = outbox.waiting();
            long taken = waiting.stream()
                    .filter(message -> outbox.takeBack(message.id()))
                    .count();
            answer(command.tag(), taken, waiting.size());
            return;
        }
        Optional<MessageId> id = meantBy(command.which());
        if (id.isEmpty() || !outbox.takeBack(id.get())) {
            refuse(command.tag(), "there is no message " + command.which() + " that waits; /queue shows those that do");
        }
    }

    private Optional<MessageId> meantBy(String which) {
        if (!which.matches("[0-9]{1,6}")) {
            return MessageId.parse(which);
        }
        int number = Integer.parseInt(which);
        List<MessageId> numbered = listed.isEmpty()
                ? outbox.waiting().stream().map(ChatMessage::id).toList()
                : listed;
        return number >= 1 && number <= numbered.size() ? Optional.of(numbered.get(number - 1)) : Optional.empty();
    }

    private void answer(Tag tag, long taken, int waiting) {
        if (waiting == 0) {
            refuse(tag, "nothing waits");
            return;
        }
        String rest = taken == waiting ? "" : "; the others are on their way just now";
        String sentence = (taken == 1 ? "1 message is" : taken + " messages are") + " taken back" + rest;
        bus.raise(new Answered(tag, List.of(SafeText.line(sentence))));
    }

    private void refuse(Tag tag, String sentence) {
        bus.raise(new CommandRefused(tag, CommandRefused.Code.NOTHING_TO_RETRY, SafeText.line(sentence), List.of()));
    }
}
