package lanline.core.secure.noise;

import static lanline.core.secure.noise.Answers.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import lanline.core.model.Bytes;
import org.junit.jupiter.api.Test;

/** XX against noise-java, an independent implementation, in both roles, with its own fresh keys and payloads from a seed. */
class NoiseJavaTest {
    private static final int HANDSHAKES = 300;

    @Test
    void weDialAndNoiseJavaAnswers() throws Exception {
        for (int seed = 0; seed < HANDSHAKES; seed++) {
            Random random = new Random(seed);
            Bytes prologue = bytes(random, 40);
            X25519KeyPair own = X25519KeyPair.generate(random::nextBytes);
            Independent other = new Independent(false, prologue, secret(random), null);

            var hello = XxInitiator.begin(Pattern.XX, prologue, own, random::nextBytes)
                    .sendHello();
            assertEquals(Bytes.EMPTY, other.read(hello.message()));
            Bytes answer = bytes(random, 3_000);
            var introduction = accepted(hello.next().receive(other.write(answer)));
            assertEquals(answer, introduction.payload());
            Bytes proof = bytes(random, 3_000);
            var sent = introduction.next().sendProof(hash -> proof);
            assertEquals(proof, other.read(sent.message()));
            assertEquals(own.publicKey().encoded(), other.theirStatic());
            talk(random, sent.next(), other);
        }
    }

    @Test
    void noiseJavaDialsAndWeAnswer() throws Exception {
        for (int seed = 0; seed < HANDSHAKES; seed++) {
            Random random = new Random(seed);
            Bytes prologue = bytes(random, 40);
            X25519KeyPair own = X25519KeyPair.generate(random::nextBytes);
            byte[] theirs = secret(random);
            Independent other = new Independent(true, prologue, theirs, null);

            var greeted = accepted(XxResponder.begin(Pattern.XX, prologue, own, random::nextBytes)
                    .receive(other.write(Bytes.EMPTY)));
            Bytes answer = bytes(random, 3_000);
            var sent = greeted.sendAnswer(hash -> answer);
            assertEquals(answer, other.read(sent.message()));
            Bytes proof = bytes(random, 3_000);
            var introduction = accepted(sent.next().receive(other.write(proof)));
            assertEquals(proof, introduction.payload());
            assertEquals(own.publicKey().encoded(), other.theirStatic());
            assertEquals(
                    X25519KeyPair.generate(secret -> System.arraycopy(theirs, 0, secret, 0, 32))
                            .publicKey(),
                    introduction.key());
            talk(random, introduction.next(), other);
        }
    }

    @Test
    void theFirstMessageMayCarryAPayloadTooWhereAPatternIsUsedAsItIs() throws Exception {
        for (int seed = 0; seed < HANDSHAKES; seed++) {
            Random random = new Random(seed);
            X25519KeyPair own = X25519KeyPair.generate(random::nextBytes);
            Independent other = new Independent(false, Bytes.EMPTY, secret(random), null);
            HandshakeState ours =
                    new HandshakeState(Pattern.XX, Role.INITIATOR, Bytes.EMPTY, random::nextBytes, own, null);
            Bytes first = bytes(random, 200);
            assertEquals(first, other.read(ours.write(hash -> first)));
            Bytes second = bytes(random, 200);
            assertEquals(second, ours.read(other.write(second)).payload());
            Bytes third = bytes(random, 200);
            assertEquals(third, other.read(ours.write(hash -> third)));
            talk(random, ours.split(), other);
        }
    }

    private static void talk(Random random, Transport ours, Independent other) throws Exception {
        assertEquals(ours.channelBinding(), other.split());
        for (int i = 0; i < 5; i++) {
            Bytes there = bytes(random, 500);
            assertEquals(there, other.open(ours.seal(there)));
            Bytes back = bytes(random, 500);
            assertEquals(new Reading.Accepted<>(back), ours.open(other.seal(back)));
        }
    }

    private static byte[] secret(Random random) {
        byte[] secret = new byte[X25519KeyPair.SECRET_LENGTH];
        random.nextBytes(secret);
        return secret;
    }

    private static Bytes bytes(Random random, int upTo) {
        byte[] bytes = new byte[random.nextInt(upTo)];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }
}
