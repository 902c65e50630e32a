package lanline.core.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lanline.core.event.EventBus;
import lanline.core.event.StorageEvent.PinsDecided;
import lanline.core.event.UserCommand.AllowPlain;
import lanline.core.event.UserCommand.Block;
import lanline.core.event.UserCommand.ShowFingerprint;
import lanline.core.event.UserCommand.TrustKey;
import lanline.core.event.UserCommand.Unblock;
import lanline.core.model.LanlineId;
import lanline.core.model.Peer;
import lanline.core.model.Pin;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.secure.Fingerprint;
import lanline.core.text.Folding;

/** What the person here decides about keys. Lives on the bus thread. */
public final class TrustCommands {
    private final Chosen chosen;
    private final KnownKeys keys;
    private final Downgrades downgrades;
    private final LanlineId own;
    private final Consumer<LanlineId> end;

    /** {@code end}: ends every session with somebody who is blocked. */
    public TrustCommands(
            EventBus bus,
            Chosen chosen,
            KnownKeys keys,
            Downgrades downgrades,
            LanlineId own,
            Consumer<LanlineId> end) {
        this.chosen = chosen;
        this.keys = keys;
        this.downgrades = downgrades;
        this.own = own;
        this.end = end;
        bus.subscribe(ShowFingerprint.class, this::onFingerprint);
        bus.subscribe(TrustKey.class, this::onTrust);
        bus.subscribe(Block.class, this::onBlock);
        bus.subscribe(Unblock.class, this::onUnblock);
        bus.subscribe(AllowPlain.class, this::onAllow);
        bus.subscribe(PinsDecided.class, this::onDecided);
    }

    /** Who was blocked on another machine of the same person is not spoken with here either. */
    private void onDecided(PinsDecided event) {
        event.pins().stream().filter(pin -> pin.trust() == Trust.BLOCKED).forEach(pin -> end.accept(pin.id()));
    }

    private void onFingerprint(ShowFingerprint command) {
        if (command.to().isEmpty()) {
            chosen.answer(
                    command.tag(),
                    "your key: " + Fingerprint.of(own),
                    "If somebody asks how it begins: " + own.hint()
                            + ". /fingerprint NAME shows digits to compare with one person.");
            return;
        }
        chosen.find(
                command.tag(),
                command.to(),
                peer -> withKey(command.tag(), peer, id -> {
                    chosen.answer(
                            command.tag(),
                            "you and " + peer.name() + ": " + Fingerprint.between(own, id),
                            "Read these 60 digits to each other by phone or side by side: " + peer.name()
                                    + " sees the same by /fingerprint with your name. If they are the same, nobody is between you;"
                                    + " if not, write nothing secret. /verify " + peer.name()
                                    + " does it with six words, and remembers it.");
                }));
    }

    private void onTrust(TrustKey command) {
        String hint = command.hint().toLowerCase(Locale.ROOT);
        chosen.findByHint(
                command.tag(),
                command.to(),
                hint,
                peer -> withKey(command.tag(), peer, id -> trust(command, peer, id)));
    }

    private void trust(TrustKey command, Peer peer, LanlineId id) {
        String hint = command.hint().toLowerCase(Locale.ROOT);
        if (keys.standing(id, peer.name()).trust() != Trust.CHANGED) {
            chosen.refuse(command.tag(), "nothing to do: the key of " + peer.name() + " has not changed");
        } else if (hint.length() < LanlineId.HINT_LENGTH || !id.text().startsWith(hint)) {
            chosen.refuse(
                    command.tag(),
                    "nothing was changed: the new key of " + peer.name() + " does not begin with " + hint + ". Ask "
                            + peer.name() + " in another way what /fingerprint shows there: the first "
                            + LanlineId.HINT_LENGTH + " signs");
        } else {
            keys.accept(id, peer.name(), peer.routes().get(0).best());
            chosen.answer(
                    command.tag(),
                    "from now on this key counts as that of " + peer.name() + "; what waits is sent. /verify "
                            + peer.name() + " makes sure of that");
        }
    }

    private void onBlock(Block command) {
        if (command.to().isEmpty()) {
            chosen.answer(command.tag(), listed());
            return;
        }
        chosen.find(
                command.tag(),
                command.to(),
                peer -> withKey(command.tag(), peer, id -> {
                    if (isBlocked(id)) {
                        chosen.refuse(
                                command.tag(),
                                peer.name() + " is blocked already; /unblock " + peer.name() + " ends that");
                        return;
                    }
                    keys.block(id, peer.name(), peer.routes().get(0).best());
                    end.accept(id);
                    chosen.answer(
                            command.tag(),
                            peer.name() + " is blocked: nothing goes to or comes from this key until /unblock "
                                    + peer.name());
                }));
    }

    private String listed() {
        List<Pin> blocked = keys.blocked();
        return blocked.isEmpty()
                ? "nobody is blocked; /block NAME does that"
                : "blocked are "
                        + blocked.stream()
                                .map(pin -> pin.name() + " (" + pin.id().hint() + ")")
                                .collect(Collectors.joining(", "))
                        + "; /unblock NAME ends that";
    }

    private void onUnblock(Unblock command) {
        List<Pin> meant = keys.blocked().stream()
                .filter(pin -> isMeant(pin, command.to()))
                .toList();
        if (meant.size() == 1) {
            unblock(command, meant.get(0));
        } else if (meant.isEmpty()) {
            chosen.refuse(command.tag(), "nobody called " + command.to() + " is blocked; /block lists who is");
        } else {
            String ids = meant.stream().map(pin -> pin.id().hint()).collect(Collectors.joining(", "));
            chosen.refuse(
                    command.tag(),
                    "several blocked people are called " + command.to() + ", say which: /unblock and one of " + ids);
        }
    }

    private void unblock(Unblock command, Pin pin) {
        keys.unblock(pin.id());
        String again = keys.table()
                        .find(pin.id())
                        .filter(now -> now.trust() == Trust.VERIFIED)
                        .isPresent()
                ? ""
                : "; /verify " + pin.name() + " makes sure who it is";
        chosen.answer(command.tag(), pin.name() + " is no longer blocked" + again);
    }

    /** By the name of then, the id, or how it begins. */
    private static boolean isMeant(Pin pin, String typed) {
        boolean isBeginning =
                typed.length() >= LanlineId.HINT_LENGTH && pin.id().text().startsWith(typed.toLowerCase(Locale.ROOT));
        return isBeginning || Folding.fold(pin.name().toString()).equals(Folding.fold(typed));
    }

    private boolean isBlocked(LanlineId id) {
        return keys.table().find(id).filter(pin -> pin.trust() == Trust.BLOCKED).isPresent();
    }

    private void onAllow(AllowPlain command) {
        chosen.find(command.tag(), command.to(), peer -> {
            Optional<String> hindrance = downgrades.hindrance(peer);
            if (KnownKeys.keyOf(peer).isPresent()) {
                chosen.refuse(
                        command.tag(),
                        "nothing was changed: what you write to " + peer.name()
                                + " is encrypted; /insecure is for older programs");
            } else if (hindrance.isEmpty()) {
                chosen.answer(command.tag(), "what you write to " + peer.name() + " goes unencrypted already");
            } else {
                downgrades.allow(peer.id());
                chosen.answer(
                        command.tag(),
                        "until Lanline ends, what you write to " + peer.fullName()
                                + " goes unencrypted: anybody on the network can read it, and nobody knows who answers");
            }
        });
    }

    private void withKey(Tag tag, Peer peer, Consumer<LanlineId> then) {
        KnownKeys.keyOf(peer)
                .ifPresentOrElse(
                        then,
                        () -> chosen.refuse(
                                tag,
                                peer.name() + " has an older program, which has no key: nobody can tell who it is."
                                        + " /ignore " + peer.name() + " shows nothing of it"));
    }
}
