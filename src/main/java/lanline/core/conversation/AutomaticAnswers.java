package lanline.core.conversation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lanline.core.event.ChatEvent.AnswerHeard;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.TextHeard;
import lanline.core.event.EventBus;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.HostAddress;
import lanline.core.model.Security;
import lanline.core.model.SenderClaim;
import lanline.core.model.Speaks;
import lanline.core.port.History;
import lanline.core.port.TimeSource;

/**
 * Finds the message that an older program's automatic answer is for, where it comes on a link of its own: the earliest of the last
 * ones sent there. Where there is none, a person may have typed it, and it is shown as a message. Lives on the bus thread.
 */
public final class AutomaticAnswers {
    /** A program answers within the moment; what comes later was typed. */
    static final long ANSWER_MILLIS = 10_000;

    /** Messages to one host that may still be answered; an earlier one is not waited for. */
    private static final int MOST_UNANSWERED = 64;

    /** Hosts that messages went to in the last moments; the one longest ago is not waited for. */
    private static final int MOST_HOSTS = 1_000;

    private final EventBus bus;
    private final History history;
    private final TimeSource time;
    private final Map<HostAddress, Deque<Unanswered>> unanswered = new LinkedHashMap<>();

    private record Unanswered(ChatMessage message, long sentAt) {}

    public AutomaticAnswers(EventBus bus, History history, TimeSource time) {
        this.bus = bus;
        this.history = history;
        this.time = time;
        bus.subscribe(MessageProgressed.class, event -> onProgress(event.message()));
        bus.subscribe(AnswerHeard.class, this::onAnswer);
    }

    private void onProgress(ChatMessage message) {
        HostAddress host = message.with().address();
        Deque<Unanswered> waiting = unanswered.getOrDefault(host, new ArrayDeque<>());
        waiting.removeIf(earlier -> earlier.message().id().equals(message.id()));
        boolean isSent = message.delivery().state() == Delivery.State.SENT;
        if (isSent && message.with().speaks() != Speaks.LANLINE) {
            waiting.add(new Unanswered(message, time.uptimeMillis()));
        }
        unanswered.remove(host);
        if (!waiting.isEmpty()) {
            unanswered.put(host, waiting);
        }
        if (waiting.size() > MOST_UNANSWERED) {
            waiting.remove();
        }
        if (unanswered.size() > MOST_HOSTS) {
            unanswered.remove(unanswered.keySet().iterator().next());
        }
    }

    private void onAnswer(AnswerHeard event) {
        HostAddress host = event.from().host();
        Optional.ofNullable(unanswered.get(host))
                .flatMap(this::earliest)
                .ifPresentOrElse(
                        message -> tell(message.withDelivery(Delivery.answered(event.answer()))),
                        () -> bus.raise(new TextHeard(
                                event.from(),
                                SenderClaim.NOTHING,
                                event.answer(),
                                new TextHeard.Way(Speaks.COURSE_2024, Security.NONE))));
    }

    private Optional<ChatMessage> earliest(Deque<Unanswered> waiting) {
        long now = time.uptimeMillis();
        waiting.removeIf(message -> now - message.sentAt() > ANSWER_MILLIS);
        return Optional.ofNullable(waiting.peek()).map(Unanswered::message);
    }

    private void tell(ChatMessage answered) {
        history.update(answered.id(), answered.delivery());
        bus.raise(new MessageProgressed(answered));
    }
}
