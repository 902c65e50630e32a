package lanline.core.secure.noise;

import static lanline.core.secure.noise.Answers.accepted;
import static lanline.core.secure.noise.Answers.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.port.KeySource;
import org.junit.jupiter.api.Test;

/** A state serves once, a turn is nobody else's, what is over leaves nothing behind, and the hash to sign is the same on both sides. */
class TurnsTest {
    private static final Payload NOTHING = hash -> Bytes.EMPTY;

    private final XxInitiator.Ready ready = XxInitiator.begin(Pattern.XX, Bytes.EMPTY, key(1), ScriptedKeys.seeded(3));
    private final XxResponder.AwaitingHello listening =
            XxResponder.begin(Pattern.XX, Bytes.EMPTY, key(2), ScriptedKeys.seeded(4));

    @Test
    void eachStateOfTheInitiatorServesOnce() {
        var hello = ready.sendHello();
        assertThrows(IllegalStateException.class, ready::sendHello);
        Bytes answer =
                accepted(listening.receive(hello.message())).sendAnswer(NOTHING).message();
        var answered = accepted(hello.next().receive(answer)).next();
        assertThrows(IllegalStateException.class, () -> hello.next().receive(answer));
        answered.sendProof(NOTHING);
        assertThrows(IllegalStateException.class, () -> answered.sendProof(NOTHING));
    }

    @Test
    void eachStateOfTheResponderServesOnce() {
        var hello = ready.sendHello();
        var greeted = accepted(listening.receive(hello.message()));
        assertThrows(IllegalStateException.class, () -> listening.receive(hello.message()));
        var answer = greeted.sendAnswer(NOTHING);
        assertThrows(IllegalStateException.class, () -> greeted.sendAnswer(NOTHING));
        Bytes proof = accepted(hello.next().receive(answer.message()))
                .next()
                .sendProof(NOTHING)
                .message();
        accepted(answer.next().receive(proof));
        assertThrows(IllegalStateException.class, () -> answer.next().receive(proof));
    }

    @Test
    void afterARefusalThereIsNoSecondTry() {
        var hello = ready.sendHello();
        refused(hello.next().receive(Bytes.EMPTY));
        assertThrows(IllegalStateException.class, () -> hello.next().receive(Bytes.EMPTY));
    }

    @Test
    void anAbandonedStateIsOver() {
        ready.abandon();
        ready.abandon();
        assertThrows(IllegalStateException.class, ready::sendHello);
    }

    @Test
    void abandoningAStateThatWasLeftDoesNotDisturbTheNext() {
        var hello = ready.sendHello();
        ready.abandon();
        Bytes answer =
                accepted(listening.receive(hello.message())).sendAnswer(NOTHING).message();
        assertEquals(key(2).publicKey(), accepted(hello.next().receive(answer)).key());
    }

    @Test
    void writingAndReadingOutOfTurnIsABug() throws Exception {
        HandshakeState initiator = side(Role.INITIATOR);
        HandshakeState responder = side(Role.RESPONDER);
        assertThrows(IllegalStateException.class, () -> initiator.read(Bytes.EMPTY));
        assertThrows(IllegalStateException.class, () -> responder.write(NOTHING));
        assertThrows(IllegalStateException.class, initiator::split);
        responder.read(initiator.write(NOTHING));
        assertThrows(IllegalStateException.class, () -> initiator.write(NOTHING));
        initiator.read(responder.write(NOTHING));
        responder.read(initiator.write(NOTHING));
        assertThrows(IllegalStateException.class, () -> initiator.write(NOTHING));
        initiator.split();
        assertThrows(IllegalStateException.class, initiator::split);
    }

    @Test
    void aPatternThatAsksForAKeyThatIsNotGivenIsABug() {
        Pattern known = Pattern.of("K", "-> s", "<- s", "...", "-> e, es, ss");
        assertThrows(
                IllegalStateException.class,
                () -> new HandshakeState(known, Role.INITIATOR, Bytes.EMPTY, ScriptedKeys.seeded(1), key(1), null));
    }

    @Test
    void onlyStaticKeysCanBeKnownBeforehand() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Pattern.of("XXfallback", "-> e", "...", "<- e, ee, s, es", "-> s, se"));
    }

    @Test
    void aPayloadThatDoesNotFitIsABug() {
        HandshakeState initiator = side(Role.INITIATOR);
        Bytes large = Bytes.copyOf(new byte[Transport.MAX_MESSAGE]);
        assertThrows(IllegalArgumentException.class, () -> initiator.write(hash -> large));
    }

    @Test
    void bothSidesSeeTheHashThatAPayloadSigns() {
        List<Bytes> signed = new ArrayList<>();
        Payload signing = hash -> {
            signed.add(hash);
            return hash;
        };
        var hello = ready.sendHello();
        var answer = accepted(listening.receive(hello.message())).sendAnswer(signing);
        var answered = accepted(hello.next().receive(answer.message()));
        var proof = answered.next().sendProof(signing);
        var shown = accepted(answer.next().receive(proof.message()));
        assertEquals(signed, List.of(answered.hash(), shown.hash()));
        assertEquals(signed, List.of(answered.payload(), shown.payload()));
        assertEquals(List.of(key(2).publicKey(), key(1).publicKey()), List.of(answered.key(), shown.key()));
    }

    private static HandshakeState side(Role role) {
        KeySource keys = ScriptedKeys.seeded(role.ordinal());
        return new HandshakeState(Pattern.XX, role, Bytes.EMPTY, keys, key(5), null);
    }

    private static X25519KeyPair key(int seed) {
        return X25519KeyPair.generate(ScriptedKeys.seeded(seed));
    }
}
