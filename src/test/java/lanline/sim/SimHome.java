package lanline.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lanline.core.dialect.SelfDescription;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.MessageId;
import lanline.core.model.Security;
import lanline.core.secure.IdentityKeyPair;

/** What outlives a process: the identity, the highest epoch, and the messages that were committed. */
final class SimHome {
    final IdentityKeyPair key;
    final SelfDescription.Identity identity;
    /** Committed: survives the end of the process. */
    final Map<MessageId, ChatMessage> committed = new LinkedHashMap<>();
    /** All states that each own message was told to be in. */
    final Map<MessageId, List<Delivery>> told = new LinkedHashMap<>();
    /** When each own message was first told of, and when a process of this home ended; in virtual milliseconds. */
    final Map<MessageId, Long> queuedAt = new LinkedHashMap<>();

    final List<Long> ends = new ArrayList<>();
    /** Shown, but not stored: the disk was full. */
    final Set<MessageId> unkept = new LinkedHashSet<>();

    /** Its last changes may be lost, and with them that a message which failed was sent again. */
    boolean hasLostPower;

    long epoch;
    private Map<MessageId, ChatMessage> durable = Map.of();

    SimHome(IdentityKeyPair key, String uuid) {
        this.key = key;
        this.identity = new SelfDescription.Identity(key.id(), uuid);
    }

    /** The disk has it for good. */
    void sync() {
        durable = new LinkedHashMap<>(committed);
    }

    void losePower() {
        hasLostPower = true;
        committed.clear();
        committed.putAll(durable);
    }

    boolean has(MessageId id) {
        return committed.containsKey(id) || unkept.contains(id);
    }

    /** A process of it ended between the two times. */
    boolean endedBetween(long from, long to) {
        return ends.stream().anyMatch(at -> at >= from && at <= to);
    }

    private static boolean isPending(ChatMessage message) {
        boolean isEncrypted = message.security() == Security.ENCRYPTED || message.security() == Security.VERIFIED;
        Delivery.State state = message.delivery().state();
        return state == Delivery.State.QUEUED || state == Delivery.State.SENT && isEncrypted;
    }

    List<ChatMessage> unsent() {
        return committed.values().stream()
                .filter(message -> message.isOwn() && isPending(message))
                .toList();
    }
}
