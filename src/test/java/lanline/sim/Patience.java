package lanline.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lanline.core.event.UserCommand.ChangeSetting;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Setting;
import lanline.core.model.Tag;

/** People who want to wait no longer than an hour, while their clocks go on by more: what has waited so long fails, and nothing that has not. */
final class Patience {
    static final Duration HOUR = Duration.ofHours(1);

    private static final String WAITED = "it waited ";
    private static final int MOST_JUMP_MILLIS = 7_200_000;
    private static final int LOOK_MILLIS = 5_000;

    private final Scenario scenario;

    Patience(Scenario scenario) {
        this.scenario = scenario;
    }

    void lose(SimHost host) {
        host.time.jump(scenario.agenda.between(0, MOST_JUMP_MILLIS));
        Instant limit = host.time.now().minus(HOUR);
        host.say(new ChangeSetting(Tag.NONE, Setting.EXPIRE, "1h"));
        long until = host.time.uptimeMillis() + 2 * LOOK_MILLIS;
        // What is written from now on may bear an earlier time where the clock is put back.
        Set<MessageId> written = Set.copyOf(host.home.committed.keySet());
        scenario.agenda.in(LOOK_MILLIS, () -> {
            Set<MessageId> late = waitingSince(host, limit);
            late.retainAll(written);
            // What came back to the queue just now fails in a moment; who slept meanwhile has not had the time.
            scenario.agenda.in(LOOK_MILLIS, () -> {
                if (host.time.uptimeMillis() >= until) {
                    checkFailed(host, waitingSince(host, limit), late);
                }
            });
        });
    }

    private static Set<MessageId> waitingSince(SimHost host, Instant limit) {
        return host.home.committed.values().stream()
                .filter(message -> message.isOwn() && Deliveries.isToLanline(message))
                .filter(message -> !message.time().isAfter(limit))
                .filter(message -> isWaiting(host.home.told.getOrDefault(message.id(), List.of())))
                .map(ChatMessage::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** One that failed and goes again waits anew. */
    private static boolean isWaiting(List<Delivery> told) {
        return !told.isEmpty()
                && told.get(told.size() - 1).state() == Delivery.State.QUEUED
                && told.stream().noneMatch(delivery -> delivery.state() == Delivery.State.FAILED);
    }

    private void checkFailed(SimHost host, Set<MessageId> late, Set<MessageId> before) {
        boolean canTell = host.isRunning() && !host.isAsleep();
        late.stream()
                .filter(id -> canTell && before.contains(id))
                .forEach(id -> scenario.wrong(host.name + " waits for longer than is wanted with "
                        + host.home.committed.get(id) + " after " + host.home.told.get(id)));
    }

    /** The process of {@code host} has just told {@code message}. */
    static void checkTold(SimHost host, ChatMessage message) {
        Delivery delivery = message.delivery();
        boolean hasExpired = delivery.state() == Delivery.State.FAILED
                && delivery.reason().value().startsWith(WAITED);
        boolean isWanted = host.home.preferences.value(Setting.EXPIRE).equals("1h")
                && !message.time().plus(HOUR).isAfter(host.time.now());
        if (hasExpired && !isWanted) {
            host.violations.add("given up too early: " + message);
        }
    }
}
