package lanline.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lanline.core.model.Bytes;
import lanline.core.model.ComparisonStep;
import lanline.core.model.InstanceId;
import lanline.core.model.MessageId;
import lanline.core.model.Nickname;
import lanline.core.port.KeySource;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.secure.noise.X25519KeyPair;
import lanline.core.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Recorded sessions: a later version that writes one byte otherwise can't talk to this one. {@code -Dlanline.golden=record} makes the
 * recordings anew, and the version control shows what has changed.
 */
class GoldenSessionTest {
    private static final Path RECORDINGS = Path.of("src/test/resources/lanline/core/session");
    private static final boolean RECORDS = "record".equals(System.getProperty("lanline.golden"));
    private static final String README = "# %s\n"
            + "# All in hexadecimal. The secrets of who dials are the bytes 00, 01, 02 ... one after the other, of who is dialled 80, 81, 82 ...:\n"
            + "# identity 32, key of the run 32, then what the handshake takes. Made by GoldenSessionTest with -Dlanline.golden=record.\n";

    private static final MessageId ID = new MessageId("00112233445566778899aabbccddeeff");
    private static final Frame TEXT = new Frame.Text(ID, SafeText.message("Merhaba Çağrı 👋"));

    /** Counts upwards, so that another program can do the same. */
    private static KeySource counting(int first) {
        int[] next = {first};
        return secret -> {
            for (int i = 0; i < secret.length; i++) {
                secret[i] = (byte) next[0]++;
            }
        };
    }

    private static Person person(String name, int first) {
        KeySource keys = counting(first);
        IdentityKeyPair identity = IdentityKeyPair.generate(keys);
        Claim.Run run = new Claim.Run(new InstanceId("0102030405060708"), 1_800_000_000_000L, first + 1);
        return new Person(
                new Claim(identity.id(), Nickname.fromPeer(name), 6_001, run),
                identity,
                X25519KeyPair.generate(keys),
                keys);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionIsWrittenAsItWasRecorded(Suite suite) throws IOException {
        End dialling = End.dialling(person("Ece", 0).side(), person("Çağrı", 0x80), suite);
        End accepting = End.accepting(person("Çağrı", 0x80));
        Golden made = new Golden();
        made.put("preamble and message 1", dialling.takeSent());
        made.put("message 2", accepting.receive(bytes(made)).takeSent());
        made.put("message 3 and HELLO", dialling.receive(bytes(made)).takeSent());
        made.put("HELLO back", accepting.receive(bytes(made)).takeSent());
        dialling.receive(bytes(made));
        made.put("channel binding", dialling.up.orElseThrow().channelBinding());
        made.put("a text", dialling.say(TEXT).takeSent());
        accepting.receive(bytes(made));
        made.put("its receipt", accepting.say(new Frame.Receipt(List.of(ID))).takeSent());
        assertEquals(List.of(TEXT), accepting.heard);
        compare(suite.name().toLowerCase(Locale.ROOT) + ".txt", "A session of suite " + suite + ".", made);
    }

    /** What was put last. */
    private static Bytes bytes(Golden made) {
        return Golden.hex(List.copyOf(made.fields.values()).get(made.fields.size() - 1));
    }

    @Test
    void aTextBehindEachChangeOfKeysIsWrittenAsItWasRecorded() throws IOException {
        End dialling = End.dialling(person("Ece", 0), person("Çağrı", 0x80));
        End accepting = End.accepting(person("Çağrı", 0x80));
        End.exchange(dialling, accepting);
        Golden made = new Golden();
        // HELLO was the first.
        for (int message = 2; message <= 2 * Channel.MESSAGES_A_KEY + 1; message++) {
            Bytes sealed = dialling.say(TEXT).takeSent();
            if (message % Channel.MESSAGES_A_KEY <= 1) {
                made.put("message " + message, sealed);
            }
        }
        compare("rekey.txt", "A session of suite XX_HFS in which one side says the same text again and again.", made);
    }

    @Test
    void eachFrameIsWrittenAsItWasRecorded() throws IOException {
        Golden made = new Golden();
        for (Frame frame : frames()) {
            String name = frame.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            made.put(name + " " + (made.fields.size() + 1), FrameWriter.write(frame));
        }
        compare("frames.txt", "One frame of each kind before it is sealed.", made);
    }

    private static List<Frame> frames() {
        List<Frame> frames = new ArrayList<>(List.of(
                new Frame.Hello(),
                TEXT,
                new Frame.Receipt(List.of(ID, new MessageId("f".repeat(32)))),
                new Frame.Receipt(Collections.nCopies(4, ID)),
                new Frame.Ping(),
                new Frame.Pong()));
        for (Frame.Bye.Reason reason : Frame.Bye.Reason.values()) {
            frames.add(new Frame.Bye(reason));
        }
        for (ComparisonStep step : ComparisonStep.values()) {
            frames.add(new Frame.Compare(step, Bytes.utf8("content")));
        }
        return frames;
    }

    @Test
    void eachRecordedFrameIsReadAsWhatItWas() throws Exception {
        List<Frame> read = new ArrayList<>();
        for (String hex : Golden.of("frames.txt").fields.values()) {
            read.add(FrameReader.read(Golden.hex(hex)).orElseThrow());
        }
        assertEquals(frames(), read);
    }

    private static void compare(String name, String what, Golden made) throws IOException {
        if (RECORDS) {
            Files.writeString(RECORDINGS.resolve(name), String.format(README, what) + made);
            return;
        }
        Golden recorded = Golden.of(name);
        assertEquals(
                recorded.toString(),
                made.toString(),
                () -> name + ": not as recorded are " + differing(recorded, made)
                        + "; programs of before this change will not understand them");
    }

    private static String differing(Golden recorded, Golden made) {
        return made.fields.keySet().stream()
                .filter(field -> !made.fields.get(field).equals(recorded.fields.get(field)))
                .collect(Collectors.joining(", "));
    }
}
