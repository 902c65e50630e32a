package lanline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;

/** Whether what people were told of their messages to Lanlines is true, and all came there: once, in order, read by nobody else. */
final class Deliveries {
    private static final String PERHAPS = "may have arrived";

    private final Scenario scenario;

    Deliveries(Scenario scenario) {
        this.scenario = scenario;
    }

    void check() {
        for (SimHome home : scenario.homes) {
            Optional<SimHost> running = scenario.running().stream()
                    .filter(host -> host.home == home)
                    .findFirst();
            home.written.values().stream().filter(Deliveries::isToLanline).forEach(message -> {
                checkSecret(message);
                Optional.ofNullable(home.committed.get(message.id()))
                        .ifPresent(kept -> checkState(home, kept, running));
            });
            checkReceived(home);
            checkOrder(home);
        }
        scenario.forger.ifPresent(forger -> forger.told.forEach(text -> checkToldTo(forger, text)));
    }

    static boolean isToLanline(ChatMessage message) {
        return message.with().speaks() == Speaks.LANLINE;
    }

    private void checkSecret(ChatMessage message) {
        if (scenario.lan.wiretap.hasRead(message.text().value())) {
            scenario.wrong("was to be read on the wire: " + message);
        }
        if (message.security() != Security.ENCRYPTED && message.security() != Security.VERIFIED) {
            scenario.wrong("to a Lanline, and not encrypted: " + message);
        }
    }

    private void checkState(SimHome sender, ChatMessage message, Optional<SimHost> running) {
        switch (message.delivery().state()) {
            case QUEUED, SENT ->
                running.filter(host -> isWithin(host, message) && !isUnkept(message))
                        .ifPresent(host -> scenario.wrong("still on its way: " + message + told(sender, message)));
            case DELIVERED -> {
                boolean isThere =
                        scenario.homesOf(message.with().id()).stream().anyMatch(home -> home.hasForGood(message.id()));
                if (!isThere && !isForStranger(message)) {
                    scenario.wrong("told as delivered, but it is not there: " + message);
                }
            }
            case FAILED -> checkFailed(sender, message);
            case ANSWERED, RECEIVED -> scenario.wrong("no state of a message to a Lanline: " + message);
        }
    }

    private void checkFailed(SimHome sender, ChatMessage message) {
        boolean isSure = !message.delivery().reason().value().contains(PERHAPS);
        boolean isThere = scenario.homesOf(message.with().id()).stream().anyMatch(home -> home.has(message.id()));
        if (isSure && isThere && !sender.hasLostPower) {
            scenario.wrong("told as failed, but it arrived: " + message + told(sender, message));
        }
    }

    /** Somebody of that identity runs where {@code host} reaches it, and nobody wants that nothing goes there. */
    private boolean isWithin(SimHost host, ChatMessage message) {
        PeerId to = message.with().id();
        Optional<Trust> trust = Optional.ofNullable(host.list.get(to)).map(Peer::trust);
        boolean isHindered = trust.filter(any -> any == Trust.CHANGED || any == Trust.BLOCKED)
                .isPresent();
        return !isHindered
                && scenario.running().stream()
                        .filter(other ->
                                PeerId.lanline(other.home.identity.id()).equals(to))
                        .anyMatch(other -> host.machine().sharesNetworkWith(other.machine()));
    }

    /** Shown where the disk was full: it is said again with the next session. */
    private boolean isUnkept(ChatMessage message) {
        return scenario.homesOf(message.with().id()).stream().anyMatch(home -> home.unkept.contains(message.id()));
    }

    /** What the forger does with messages for it is its own affair. */
    private boolean isForStranger(ChatMessage message) {
        return scenario.homesOf(message.with().id()).isEmpty();
    }

    private static String told(SimHome home, ChatMessage message) {
        return " after " + home.told.getOrDefault(message.id(), List.of());
    }

    /** Each was written by whom it is said to be from, to whom it came, with these words; and came once. */
    private void checkReceived(SimHome reader) {
        Map<String, Integer> times = new HashMap<>();
        for (ChatMessage message : reader.committed.values()) {
            if (!message.isOwn() && isToLanline(message)) {
                checkAuthor(reader, message);
                if (times.merge(message.text().value(), 1, Integer::sum) == 2) {
                    scenario.wrong("received twice: " + message);
                }
            }
        }
    }

    private void checkAuthor(SimHome reader, ChatMessage message) {
        List<SimHome> authors = scenario.homesOf(message.with().id());
        boolean isWritten = authors.stream()
                .map(author -> author.written.get(message.id()))
                .anyMatch(written -> written != null
                        && written.text().equals(message.text())
                        && written.with().id().equals(PeerId.lanline(reader.identity.id())));
        if (!authors.isEmpty() && !isWritten) {
            scenario.wrong("its author never wrote it: " + message);
        }
        if (message.text().value().startsWith(Forger.LIE) && !authors.isEmpty()) {
            scenario.wrong("a lie is taken for somebody's words: " + message);
        }
    }

    private void checkToldTo(Forger forger, String text) {
        boolean isMeant = scenario.homes.stream()
                .flatMap(home -> home.written.values().stream())
                .filter(message -> message.text().value().equals(text))
                .allMatch(message -> message.with().id().equals(PeerId.lanline(forger.key.id())));
        if (!isMeant) {
            scenario.wrong("it reached somebody else: " + text);
        }
    }

    /** What one person wrote to another on one machine is read in that order by each of the other's programs. */
    private void checkOrder(SimHome sender) {
        Map<MessageId, Integer> written = new HashMap<>();
        home(sender).forEach(message -> written.put(message.id(), written.size()));
        for (SimHome reader : scenario.homes) {
            int last = -1;
            for (ChatMessage message : reader.committed.values()) {
                int index = message.isOwn() ? -1 : written.getOrDefault(message.id(), -1);
                boolean isKept = !reader.unkept.contains(message.id()) && !isForgotten(sender, message);
                if (index >= 0 && isKept && isUninterrupted(sender, message)) {
                    if (index < last) {
                        scenario.wrong("out of order: " + message + told(sender, message));
                    }
                    last = index;
                }
            }
        }
    }

    private static List<ChatMessage> home(SimHome sender) {
        return new ArrayList<>(sender.written.values());
    }

    /** Its author's disk was full, and the run that wrote it has ended: what that one had sent may come after what the next one says. */
    private static boolean isForgotten(SimHome sender, ChatMessage message) {
        return sender.unkept.contains(message.id())
                && sender.endedBetween(sender.queuedAt.getOrDefault(message.id(), 0L), Long.MAX_VALUE);
    }

    /** One that failed and went again is as if written then; what a power cut made undelivered goes again too, to whichever machine is there. */
    private static boolean isUninterrupted(SimHome sender, ChatMessage message) {
        List<Delivery.State> told = sender.told.getOrDefault(message.id(), List.of()).stream()
                .map(Delivery::state)
                .toList();
        int delivered = told.indexOf(Delivery.State.DELIVERED);
        boolean isTakenBack = delivered >= 0 && told.lastIndexOf(Delivery.State.QUEUED) > delivered;
        return !isTakenBack && !told.contains(Delivery.State.FAILED);
    }
}
