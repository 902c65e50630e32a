package lanline.core.secure.noise;

import static lanline.core.secure.noise.Answers.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import lanline.core.model.Bytes;
import org.junit.jupiter.api.Test;

/** Recorded handshakes: a later version that writes one byte otherwise can't talk to this one. */
class GoldenTest {
    @Test
    void weWriteTheRecordedXx() throws Exception {
        Golden golden = Golden.of(Pattern.XX);
        assertEquals(golden.toString(), ours(Pattern.XX, golden).toString());
    }

    @Test
    void noiseJavaWritesTheRecordedXx() throws Exception {
        Golden golden = Golden.of(Pattern.XX);
        assertEquals(golden.toString(), noiseJava(golden).toString());
    }

    @Test
    void weWriteTheRecordedXxhfs() throws Exception {
        Golden golden = Golden.of(Pattern.XX_HFS);
        assertEquals(golden.toString(), ours(Pattern.XX_HFS, golden).toString());
    }

    @Test
    void aStraightCalculationWritesTheRecordedXxhfs() throws Exception {
        Golden golden = Golden.of(Pattern.XX_HFS);
        assertEquals(golden.toString(), new StraightXxHfs(golden).handshake().toString());
    }

    private static Golden ours(Pattern pattern, Golden golden) {
        Golden made = golden.inputs();
        Bytes prologue = golden.bytes("prologue");
        var hello = XxInitiator.begin(
                        pattern, prologue, ScriptedKeys.pair(golden.hex("initiator static")), keys(golden, "initiator"))
                .sendHello();
        var greeted = accepted(XxResponder.begin(
                        pattern, prologue, ScriptedKeys.pair(golden.hex("responder static")), keys(golden, "responder"))
                .receive(hello.message()));
        var answer = greeted.sendAnswer(hash -> golden.bytes("payload 2"));
        var answered = accepted(hello.next().receive(answer.message()));
        var proof = answered.next().sendProof(hash -> golden.bytes("payload 3"));
        var shown = accepted(answer.next().receive(proof.message()));
        assertEquals(golden.bytes("payload 2"), answered.payload());
        assertEquals(golden.bytes("payload 3"), shown.payload());
        made.put("message 1", hello.message())
                .put("message 2", answer.message())
                .put("message 3", proof.message())
                .put("binding", proof.next().channelBinding());
        sealed(made, golden, proof.next()::seal, shown.next()::seal);
        return made;
    }

    private static ScriptedKeys keys(Golden golden, String side) {
        String kem = golden.hex(side + " kem");
        String ephemeral = golden.hex(side + " ephemeral");
        return kem == null ? ScriptedKeys.of(ephemeral) : ScriptedKeys.of(ephemeral, kem);
    }

    private static Golden noiseJava(Golden golden) throws Exception {
        Golden made = golden.inputs();
        Independent initiator = independent(true, golden, "initiator");
        Independent responder = independent(false, golden, "responder");
        made.put("message 1", initiator.write(Bytes.EMPTY));
        responder.read(made.bytes("message 1"));
        made.put("message 2", responder.write(golden.bytes("payload 2")));
        initiator.read(made.bytes("message 2"));
        made.put("message 3", initiator.write(golden.bytes("payload 3")));
        responder.read(made.bytes("message 3"));
        made.put("binding", initiator.split());
        responder.split();
        sealed(made, golden, initiator::seal, responder::seal);
        return made;
    }

    private static Independent independent(boolean initiator, Golden golden, String side) throws Exception {
        return new Independent(
                initiator, golden.bytes("prologue"), golden.array(side + " static"), golden.array(side + " ephemeral"));
    }

    private interface Sealing<X extends Exception> {
        Bytes seal(Bytes plaintext) throws X;
    }

    private static <X extends Exception> void sealed(
            Golden made, Golden golden, Sealing<X> initiator, Sealing<X> responder) throws X {
        for (int i = 1; i <= 2; i++) {
            made.put("initiator sealed " + i, initiator.seal(golden.bytes("text")));
            made.put("responder sealed " + i, responder.seal(golden.bytes("text")));
        }
    }
}
