package lanline.core.presence;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.PeerDescribed;
import lanline.core.event.ChatEvent.ProtectionChosen;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.EventBus;
import lanline.core.event.UserCommand.DescribePeer;
import lanline.core.event.UserCommand.ListUsers;
import lanline.core.model.Addressee;
import lanline.core.model.Peer;
import lanline.core.model.PeerId;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Trust;
import lanline.core.port.TimeSource;

/** Answers what people ask of the list: everybody, or one. Lives on the bus thread. */
public final class UserQueries {
    private final EventBus bus;
    private final TimeSource time;
    private final Roster roster;
    private final Set<PeerId> weak = new HashSet<>();

    public UserQueries(EventBus bus, TimeSource time, Roster roster) {
        this.bus = bus;
        this.time = time;
        this.roster = roster;
        bus.subscribe(ListUsers.class, this::onList);
        bus.subscribe(DescribePeer.class, this::onDescribe);
        bus.subscribe(ProtectionChosen.class, this::onProtection);
    }

    private Security chosen(Peer peer) {
        if (peer.speaks() == Speaks.LANLINE) {
            return peer.trust() == Trust.VERIFIED ? Security.VERIFIED : Security.ENCRYPTED;
        }
        return weak.contains(peer.id()) ? Security.WEAK : Security.NONE;
    }

    private void onProtection(ProtectionChosen event) {
        if (event.security() == Security.WEAK) {
            weak.add(event.peer());
        } else {
            weak.remove(event.peer());
        }
    }

    private void onList(ListUsers command) {
        Comparator<Peer> byName = Comparator.comparing(peer -> peer.name().folded());
        bus.raise(new UsersListed(
                command.tag(),
                roster.peers().stream().sorted(byName.thenComparing(Peer::id)).toList()));
    }

    private void onDescribe(DescribePeer command) {
        Addressee.find(command.to(), roster.peers()).deliverTo(new Addressee.Handler() {
            @Override
            public void one(Peer peer) {
                long heard =
                        roster.table().find(peer.id()).map(PeerEntry::lastHeard).orElse(0L);
                bus.raise(new PeerDescribed(command.tag(), peer, chosen(peer), (time.uptimeMillis() - heard) / 1_000));
            }

            @Override
            public void nobody() {
                bus.raise(CommandRefused.unknownPeer(command.tag(), command.to()));
            }

            @Override
            public void several(List<Peer> peers) {
                bus.raise(CommandRefused.ambiguousPeer(command.tag(), command.to(), peers));
            }
        });
    }
}
