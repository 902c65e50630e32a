package lanline.core.dialect;

import java.util.List;
import lanline.core.model.HostAddress;
import lanline.core.model.InstanceId;
import lanline.core.model.LanInterface;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Status;

/** Oneself, as announced. {@code uuid} is random and kept with the identity: some older programs expect one. */
public record SelfDescription(
        Identity identity,
        Nickname name,
        Status status,
        int tcpPort,
        int periodSeconds,
        Run run,
        List<LanInterface> networks) {
    public SelfDescription {
        networks = List.copyOf(networks);
    }

    /** Before it is known which networks there are. */
    public SelfDescription(Identity identity, Nickname name, Status status, int tcpPort, int periodSeconds, Run run) {
        this(identity, name, status, tcpPort, periodSeconds, run, List.of());
    }

    /** The {@code tcpPort} while none is open yet. */
    public static final int NOT_YET_REACHABLE = 0;

    /** What stays over runs. */
    public record Identity(LanlineId id, String uuid) {}

    /** This run: {@code epoch} is its start in milliseconds, above that of every earlier run; {@code counter} rises with each announcement. */
    public record Run(InstanceId instance, long epoch, long counter) {}

    public SelfDescription named(Nickname changed) {
        return new SelfDescription(identity, changed, status, tcpPort, periodSeconds, run, networks);
    }

    public SelfDescription in(Status changed) {
        return new SelfDescription(identity, name, changed, tcpPort, periodSeconds, run, networks);
    }

    public SelfDescription reachedAt(int changedTcpPort) {
        return new SelfDescription(identity, name, status, changedTcpPort, periodSeconds, run, networks);
    }

    public SelfDescription on(List<LanInterface> changed) {
        return new SelfDescription(identity, name, status, tcpPort, periodSeconds, run, changed);
    }

    /** The own address that {@code other} sees, as far as the networks' prefixes tell. */
    public HostAddress addressTowards(HostAddress other) {
        for (LanInterface on : networks) {
            if (on.holds(other)) {
                return on.address();
            }
        }
        return networks.stream()
                .filter(on -> !on.isLoopback())
                .findFirst()
                .orElse(LanInterface.LOOPBACK)
                .address();
    }

    /** The same, one announcement later. */
    public SelfDescription counted() {
        Run next = new Run(run.instance(), run.epoch(), run.counter() + 1);
        return new SelfDescription(identity, name, status, tcpPort, periodSeconds, next, networks);
    }
}
