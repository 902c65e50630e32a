package lanline.e2e;

import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.model.Bytes;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.Status;
import lanline.core.session.Claim;
import lanline.core.session.OwnSide;
import lanline.testing.Samples;

/** What a {@link LanlinePeer} announces of itself. */
final class AnnouncedPeer {
    /** Silence for two of them and a half is absence. */
    private static final int PERIOD_SECONDS = 60;

    private AnnouncedPeer() {}

    /** Signed for an address; it says the same as the sessions say. */
    static Bytes announcement(OwnSide own, String address) {
        Claim claim = own.claim().get();
        Claim.Run run = claim.run();
        SelfDescription self = new SelfDescription(
                new SelfDescription.Identity(claim.id(), Samples.UUID),
                claim.name(),
                Status.ONLINE,
                claim.port(),
                PERIOD_SECONDS,
                new SelfDescription.Run(run.instance(), run.epoch(), run.counter()));
        LanInterface on = new LanInterface("eth0", new HostAddress(address), 24, new HostAddress(address));
        return new OwnDialect(own.identity()).announcement(self, on);
    }
}
