package lanline.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lanline.core.dialect.SelfDescription;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.LanlineId;
import lanline.core.model.MessageId;
import lanline.core.model.PeerId;
import lanline.core.model.Pin;
import lanline.core.model.Preferences;
import lanline.core.model.Security;
import lanline.core.secure.IdentityKeyPair;

/** What outlives a process: the identity, the highest epoch, the keys that are known, and the messages that were committed. */
final class SimHome {
    final IdentityKeyPair key;
    final SelfDescription.Identity identity;
    /** As others list who is here. */
    final PeerId peer;
    /** Committed: survives the end of the process. */
    final Map<MessageId, ChatMessage> committed = new LinkedHashMap<>();
    /** All states that each own message was told to be in. */
    final Map<MessageId, List<Delivery>> told = new LinkedHashMap<>();
    /** When each own message was first told of, and when a process of this home ended; in virtual milliseconds. */
    final Map<MessageId, Long> queuedAt = new LinkedHashMap<>();

    final List<Long> ends = new ArrayList<>();
    /** Shown, but not stored: the disk was full. */
    final Set<MessageId> unkept = new LinkedHashSet<>();

    /** Own messages as they were written, whatever became of them. */
    final Map<MessageId, ChatMessage> written = new LinkedHashMap<>();

    /** Messages of others that a person has seen, in this order, and that the disk did not lose again. */
    final Set<MessageId> shown = new LinkedHashSet<>();

    /** Whom a person here has verified. */
    final Set<LanlineId> verified = new LinkedHashSet<>();

    /** Own messages that a person has taken back, and when. */
    final Map<MessageId, Long> takenBack = new LinkedHashMap<>();

    /** The file of known keys. */
    final Map<LanlineId, Pin> pins = new LinkedHashMap<>();

    /** Its last changes may be lost, and with them that a message which failed was sent again. */
    boolean hasLostPower;

    /** The file of settings. */
    Preferences preferences = Preferences.USUAL;

    long epoch;
    private final Map<MessageId, ChatMessage> durable = new LinkedHashMap<>();
    private final Set<MessageId> notDurable = new LinkedHashSet<>();

    SimHome(IdentityKeyPair key, String uuid) {
        this.key = key;
        this.identity = new SelfDescription.Identity(key.id(), uuid);
        this.peer = PeerId.lanline(key.id());
    }

    void commit(ChatMessage message) {
        committed.put(message.id(), message);
        notDurable.add(message.id());
    }

    /** The disk has it for good. */
    void sync() {
        notDurable.forEach(id -> Optional.ofNullable(committed.get(id)).ifPresent(kept -> durable.put(id, kept)));
        notDurable.clear();
    }

    void losePower() {
        hasLostPower = true;
        notDurable.clear();
        committed.clear();
        committed.putAll(durable);
        shown.retainAll(durable.keySet());
    }

    boolean has(MessageId id) {
        return committed.containsKey(id) || unkept.contains(id);
    }

    /** For good: no loss of power takes it. */
    boolean hasForGood(MessageId id) {
        return durable.containsKey(id);
    }

    /** A process of it ended between the two times. */
    boolean endedBetween(long from, long to) {
        return ends.stream().anyMatch(at -> at >= from && at <= to);
    }

    List<ChatMessage> unsent() {
        return committed.values().stream()
                .filter(message -> message.isOwn() && isUnsent(message))
                .toList();
    }

    /** One that went to a Lanline is there once it is delivered. */
    private static boolean isUnsent(ChatMessage message) {
        boolean isEncrypted = message.security() == Security.ENCRYPTED || message.security() == Security.VERIFIED;
        Delivery.State state = message.delivery().state();
        return state == Delivery.State.QUEUED || state == Delivery.State.SENT && isEncrypted;
    }
}
