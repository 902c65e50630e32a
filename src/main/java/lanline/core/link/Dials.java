package lanline.core.link;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lanline.core.model.Endpoint;
import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.port.Alarm;

/** Dials that are planned, each for its moment, one an address and port. Lives on the bus thread. */
final class Dials {
    /** Before all that waits. */
    static final long AT_ONCE = 0;

    /** A network of a thousand that all come at once; one more is not planned, and announces itself again. */
    static final int MOST_PLANNED = 1_000;

    private final DialRules rules = new DialRules();
    private final Map<Endpoint, Plan> plans = new LinkedHashMap<>();

    /**
     * Whom to dial, and where. {@code instance}: which announced itself there, if that is why. {@code isRenewal}: although a session stands.
     */
    record Target(LanlineId id, Optional<InstanceId> instance, Endpoint at, boolean isRenewal) {}

    private record Plan(Target target, long dueAt) {}

    /** Not where the rules have it that one must wait: who is there announces itself again. */
    void plan(Target target, long dueAt, long now) {
        Plan before = plans.get(target.at());
        boolean isSooner = before == null || dueAt < before.dueAt();
        boolean hasRoom = before != null || dueAt == AT_ONCE || plans.size() < MOST_PLANNED;
        if (isSooner && hasRoom && rules.allow(target.id(), target.at(), now)) {
            plans.put(target.at(), new Plan(target, dueAt));
        }
    }

    /** When the earliest falls due, as uptime; {@link Alarm#NEVER} if none is planned. */
    long nextAt() {
        return plans.values().stream().mapToLong(Plan::dueAt).min().orElse(Alarm.NEVER);
    }

    /** Takes out the earliest that is due. */
    Optional<Target> takeDue(long now) {
        Optional<Target> due = plans.values().stream()
                .filter(plan -> plan.dueAt() <= now)
                .min(Comparator.comparingLong(Plan::dueAt))
                .map(Plan::target);
        due.ifPresent(target -> plans.remove(target.at()));
        return due;
    }

    /** True, and counted, if it may be dialled now. */
    boolean begin(Target target, long now) {
        boolean isAllowed = rules.allow(target.id(), target.at(), now);
        if (isAllowed) {
            rules.begun(target.id(), target.at(), now);
        }
        return isAllowed;
    }

    /** A session shows that {@code id} is there. */
    void met(LanlineId id, Endpoint at) {
        rules.met(id, at);
    }

    /** The dial led to a session. */
    void succeeded(Endpoint to) {
        rules.succeeded(to);
    }

    void forget(LanlineId id) {
        plans.values().removeIf(plan -> plan.target().id().equals(id));
    }
}
