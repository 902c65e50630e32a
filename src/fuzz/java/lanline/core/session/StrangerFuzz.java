package lanline.core.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lanline.core.model.Bytes;

/** Whole sessions against somebody who sends anything, without the right keys. */
class StrangerFuzz {
    private static final int BYTE = 0xFF;

    /** With other keys than the recordings among the seeds were made with: those would be good sessions. */
    private static final long OTHER_KEYS = 100;

    /** Who accepts, and who dials, hear what never saw a key: no session comes about, and little goes back. */
    @FuzzTest(maxDuration = "2m")
    void nobodyWithoutKeysGetsASession(byte[] input) {
        Person ece = Person.of("Ece", OTHER_KEYS);
        End accepting = End.accepting(ece);
        feed(accepting, input);
        mustBeStrange(accepting);
        End dialling = End.dialling(ece, Person.ali());
        dialling.takeSent();
        feed(dialling, input);
        mustBeStrange(dialling);
        if (!dialling.sent.isEmpty()) {
            throw new AssertionError("who dials has shown itself to somebody unproven");
        }
    }

    private static void mustBeStrange(End end) {
        if (end.up.isPresent() || !end.heard.isEmpty() || end.sent.size() > 1) {
            throw new AssertionError("a session with somebody who has no key");
        }
    }

    /** The first byte says how large the pieces are in which the rest comes. */
    private static void feed(End end, byte[] input) {
        int piece = input.length == 0 ? 1 : 1 + (input[0] & BYTE);
        for (int at = 1; at < input.length; at += piece) {
            end.receive(Bytes.copyOf(input, at, Math.min(input.length, at + piece)));
        }
    }
}
