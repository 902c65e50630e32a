package lanline.core.secure.noise;

import static lanline.core.secure.noise.Answers.ifAccepted;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lanline.core.model.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Two sides with the same keys in each run, and a hand on the wire between them that changes one message. A side is up when it has opened a
 * first message of the other's, as in {@code security.md} section 3.
 */
final class DamagedWire {
    static final Pattern[] PATTERNS = {Pattern.XX, Pattern.XX_HFS};
    static final int MESSAGES = 3;

    private static final Payload ANSWER = hash -> Bytes.utf8("I am Ali");
    private static final Payload PROOF = hash -> Bytes.utf8("I am Ece");

    private final Pattern pattern;
    private final long seed;
    private final X25519KeyPair ece = X25519KeyPair.generate(ScriptedKeys.seeded(1));
    private final X25519KeyPair ali = X25519KeyPair.generate(ScriptedKeys.seeded(2));
    private final List<Bytes> seen = new ArrayList<>();

    DamagedWire(Pattern pattern) {
        this(pattern, 10);
    }

    private DamagedWire(Pattern pattern, long seed) {
        this.pattern = pattern;
        this.seed = seed;
        sidesUp(0, message -> message);
    }

    interface Damage {
        Bytes to(Bytes message);
    }

    DamagedWire ofAnotherRun() {
        return new DamagedWire(pattern, seed + 10);
    }

    /** What goes over the wire when nobody touches it. */
    Bytes message(int number) {
        return seen.get(number - 1);
    }

    Set<Role> sidesUp(int damaged, Damage damage) {
        return sidesUp("LL1", "LL1", damaged, damage);
    }

    Set<Role> sidesUpWithPrologues(String initiators, String responders) {
        return sidesUp(initiators, responders, 0, message -> message);
    }

    private Set<Role> sidesUp(String initiators, String responders, int damaged, Damage damage) {
        if (damaged == 2
                && ifAccepted(dial(initiators).next().receive(damage.to(message(2))))
                        .isEmpty()) {
            // What the responder does meanwhile is always the same: left out, since this happens for each bit.
            return Set.of();
        }
        var hello = dial(initiators);
        var greeted = ifAccepted(XxResponder.begin(pattern, Bytes.utf8(responders), ali, ScriptedKeys.seeded(seed + 1))
                .receive(onTheWire(1, hello.message(), damaged, damage)));
        if (greeted.isEmpty()) {
            return Set.of();
        }
        var answer = greeted.get().sendAnswer(ANSWER);
        var answered = ifAccepted(hello.next().receive(onTheWire(2, answer.message(), damaged, damage)));
        if (answered.isEmpty()) {
            return Set.of();
        }
        var proof = answered.get().next().sendProof(PROOF);
        var shown = ifAccepted(answer.next().receive(onTheWire(3, proof.message(), damaged, damage)));
        return up(proof.next(), shown.map(Introduction::next).orElse(null));
    }

    private Sent<XxInitiator.AwaitingAnswer> dial(String prologue) {
        return XxInitiator.begin(pattern, Bytes.utf8(prologue), ece, ScriptedKeys.seeded(seed))
                .sendHello();
    }

    private Bytes onTheWire(int number, Bytes message, int damaged, Damage damage) {
        if (seen.size() < number) {
            seen.add(message);
        }
        return number == damaged ? damage.to(message) : message;
    }

    private static Set<Role> up(Transport initiator, @Nullable Transport responder) {
        Set<Role> up = EnumSet.noneOf(Role.class);
        if (responder != null) {
            opens(responder, initiator.seal(Bytes.utf8("HELLO"))).ifPresent(hello -> up.add(Role.RESPONDER));
            opens(initiator, responder.seal(Bytes.utf8("HELLO"))).ifPresent(hello -> up.add(Role.INITIATOR));
        }
        return up;
    }

    private static Optional<Bytes> opens(Transport transport, Bytes message) {
        return ifAccepted(transport.open(message));
    }
}
