package lanline.core.dialect;

import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Status;

/** Oneself, as announced. {@code uuid} is random and kept with the identity: some older programs expect one. */
public record SelfDescription(
        Identity identity, Nickname name, Status status, int tcpPort, int periodSeconds, Run run) {
    /** The {@code tcpPort} while none is open yet. */
    public static final int NOT_YET_REACHABLE = 0;

    /** What stays over runs. */
    public record Identity(LanlineId id, String uuid) {}

    /** This run: {@code epoch} is its start in milliseconds, above that of every earlier run; {@code counter} rises with each announcement. */
    public record Run(InstanceId instance, long epoch, long counter) {}

    public SelfDescription named(Nickname changed) {
        return new SelfDescription(identity, changed, status, tcpPort, periodSeconds, run);
    }

    public SelfDescription in(Status changed) {
        return new SelfDescription(identity, name, changed, tcpPort, periodSeconds, run);
    }

    public SelfDescription reachedAt(int changedTcpPort) {
        return new SelfDescription(identity, name, status, changedTcpPort, periodSeconds, run);
    }

    /** The same, one announcement later. */
    public SelfDescription counted() {
        Run next = new Run(run.instance(), run.epoch(), run.counter() + 1);
        return new SelfDescription(identity, name, status, tcpPort, periodSeconds, next);
    }
}
