package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import lanline.core.model.Bytes;
import lanline.core.model.MessageId;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A link cuts what goes over it wherever it likes, and nothing comes of that. */
class EveryCutTest {
    private static final Frame TEXT = new Frame.Text(new MessageId("0".repeat(32)), SafeText.message("selam"));

    private final Person ece = Person.ece();
    private final Person ali = Person.ali();

    @ParameterizedTest
    @EnumSource
    void singleBytesBringBothSidesUpAsWellAsWholeMessages(Suite suite) {
        End dialling = End.dialling(ece.side(), ali, suite);
        End accepting = End.accepting(ali);
        while (!dialling.sent.isEmpty() || !accepting.sent.isEmpty()) {
            inBytes(dialling.takeSent(), accepting);
            inBytes(accepting.takeSent(), dialling);
        }
        dialling.say(TEXT);
        inBytes(dialling.takeSent(), accepting);
        assertEquals(List.of(TEXT), accepting.heard);
    }

    private static void inBytes(Bytes bytes, End to) {
        for (int i = 0; i < bytes.length(); i++) {
            to.receive(bytes.slice(i, i + 1));
        }
    }

    @Test
    void eachCutInTwoGivesTheSame() {
        Bytes fromEce = wire(0);
        for (int at = 1; at < fromEce.length(); at++) {
            End accepting = End.accepting(Person.ali());
            accepting.receive(fromEce.slice(0, at)).receive(fromEce.slice(at, fromEce.length()));
            assertEquals(ece.claim(), accepting.up.orElseThrow().other(), "cut at " + at);
            assertEquals(List.of(TEXT), accepting.heard, "cut at " + at);
        }
        Bytes fromAli = wire(1);
        for (int at = 1; at < fromAli.length(); at++) {
            End dialling = End.dialling(Person.ece().side(), ali, Suite.XX);
            dialling.receive(fromAli.slice(0, at)).receive(fromAli.slice(at, fromAli.length()));
            assertEquals(ali.claim(), dialling.up.orElseThrow().other(), "cut at " + at);
            assertEquals(List.of(TEXT), dialling.heard, "cut at " + at);
        }
    }

    /** All that one side (0: who dials) sends in a session of XX with one text each way. */
    private Bytes wire(int side) {
        End dialling = End.dialling(Person.ece().side(), ali, Suite.XX);
        End accepting = End.accepting(Person.ali());
        Bytes first = dialling.takeSent();
        Bytes second = accepting.receive(first).takeSent();
        Bytes third = dialling.receive(second).takeSent();
        Bytes fourth = accepting.receive(third).say(TEXT).takeSent();
        Bytes fifth = dialling.receive(fourth).say(TEXT).takeSent();
        return side == 0 ? End.join(List.of(first, third, fifth)) : End.join(List.of(second, fourth));
    }

    @Test
    void manyTextsInOnePieceAndInPiecesOfAnyLengthAreAllHeard() {
        Random random = new Random(1);
        End dialling = End.dialling(ece, ali);
        End accepting = End.accepting(ali);
        End.exchange(dialling, accepting);
        for (int i = 0; i < 2_500; i++) {
            dialling.say(new Frame.Text(MessageId.random(random), SafeText.message("x".repeat(random.nextInt(200)))));
        }
        Bytes all = dialling.takeSent();
        int half = all.length() / 2;
        accepting.receive(all.slice(0, half));
        for (int at = half; at < all.length(); ) {
            int to = Math.min(all.length(), at + 1 + random.nextInt(3_000));
            accepting.receive(all.slice(at, to));
            at = to;
        }
        assertEquals(2_500, accepting.heard.size());
    }
}
