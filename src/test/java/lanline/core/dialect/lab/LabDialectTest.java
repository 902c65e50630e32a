package lanline.core.dialect.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Utterance;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.Security;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabDialectTest {
    private static final Endpoint FROM = Samples.at("10.0.0.7", 40_123);
    private static final Endpoint THERE = Samples.at("10.0.0.7", 5_001);
    private static final Manner MANNER = new Manner(Habits.UNKNOWN, Security.NONE);
    private static final String HELLO = "02 00000003 616c69";

    private final SelfDescription ece = Samples.self("Ece").on(List.of(LanInterface.LOOPBACK, Samples.ETH0));
    private final LabDialect dialect = new LabDialect(5_001, () -> ece, LabDialectTest::history);

    private static List<String> history(HostAddress asker) {
        return asker.equals(FROM.host()) ? List.of("12:04:31 ali: çay?") : List.of();
    }

    @Test
    void aHelloByUdpIsASighting() {
        Recognition.Seen seen = (Recognition.Seen) dialect.recognise(FROM, hex(HELLO));
        assertEquals(Nickname.fromPeer("ali"), seen.sighting().name());
        assertEquals(THERE, seen.sighting().reach());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02",
                "02 00000003 616c",
                "02 00000003 616c6969",
                "02 00000000",
                "01 00000003 616c69",
                "ff 00000000"
            })
    void anythingElseByUdpIsMalformed(String sent) {
        assertTrue(dialect.recognise(FROM, hex(sent)) instanceof Recognition.Malformed);
    }

    @Test
    void theHistoryIsToldOnceOnALink() {
        PeerProtocol link = dialect.accept(FROM, Habits.UNKNOWN);
        assertEquals(1, link.receive(hex("03 00000000".repeat(1_000))).size());
        assertEquals(List.of(), link.receive(hex("03 00000000")));
    }

    @Test
    void whoDialsSaysHelloWithNameAndAddress() {
        PeerProtocol link = dialect.dial(THERE, ece, MANNER);
        assertEquals(List.of(new Output.Transmit(hex("02 0000000c 4563657c31302e302e302e31"))), link.opened());
    }

    @Test
    void aTextFollowsTheHelloOnTheSameLinkAndAnotherOneToo() {
        PeerProtocol link = dialect.dial(THERE, ece, MANNER);
        link.opened();
        for (int i = 1; i < 3; i++) {
            assertEquals(
                    List.of(
                            new Output.Transmit(hex("01 00000009 4563653a20c3a76179")),
                            new Output.Sent(Samples.message(i))),
                    link.say(new Utterance.Text(Samples.message(i), SafeText.message("çay"))));
        }
        assertTrue(link.staysOpen());
    }

    @Test
    void textHelloAndGoodByeAreReadHoweverTheyAreCut() {
        Bytes all = hex("02 00000008 616c697c312e322e" + "01 0000000a 616c693a20c3a761793f" + "01 00000002 6869"
                + "05 00000003 31323a" + "04 00000005 616c697c31");
        for (int cut = 0; cut <= all.length(); cut++) {
            PeerProtocol link = dialect.accept(FROM, Habits.UNKNOWN);
            List<Output> outputs = new ArrayList<>(link.opened());
            outputs.addAll(link.receive(all.slice(0, cut)));
            outputs.addAll(link.receive(all.slice(cut, all.length())));
            assertEquals(List.of("introduced ali", "ali: çay?", "?: hi", "left ali"), told(outputs));
        }
    }

    @Test
    void historyIsToldToWhoAsksAndTookPartInIt() {
        Bytes request = hex("03 00000000");
        assertEquals(
                List.of(new Output.Transmit(new Frame(5, "12:04:31 ali: çay?").bytes())),
                dialect.accept(FROM, Habits.UNKNOWN).receive(request));
        assertEquals(
                List.of(new Output.Transmit(new Frame(5, "12:04:31 ali: çay?").bytes())),
                dialect.dial(THERE, ece, MANNER).receive(request));
        assertEquals(
                List.of(),
                dialect.accept(Samples.at("10.0.0.8", 4_000), Habits.UNKNOWN).receive(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 00000000", "01 00010001", "01 7fffffff", "01 ffffffff", "7b 22757365"})
    void whatIsNoFrameBreaksTheLinkOnce(String sent) {
        PeerProtocol link = dialect.accept(FROM, Habits.UNKNOWN);
        List<Output> outputs = link.receive(hex(sent));
        assertEquals(1, outputs.size());
        assertTrue(outputs.get(0) instanceof Output.Broken);
        assertEquals(List.of(), link.receive(hex(HELLO)));
    }

    @Test
    void anEmptyTextAndAHelloWithoutANameSayNothing() {
        assertEquals(
                List.of(), dialect.accept(FROM, Habits.UNKNOWN).receive(hex("01 00000000" + "01 00000005 616c693a20")));
        assertEquals(List.of(), dialect.accept(FROM, Habits.UNKNOWN).receive(hex("02 00000002 7c31")));
    }

    @Test
    void noBytesMakeItThrow() {
        SplittableRandom random = new SplittableRandom(5);
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            for (int j = 0; j < noise.length; j++) {
                int kind = random.nextInt(10);
                noise[j] = (byte) (kind < 6 ? 0 : kind < 9 ? random.nextInt(8) : random.nextInt());
            }
            PeerProtocol link = dialect.accept(FROM, Habits.UNKNOWN);
            understood += link.receive(Bytes.copyOf(noise)).size();
            understood += link.quiet().size();
            assertEquals(List.of(new Output.Finish()), link.inputEnded());
            dialect.recognise(FROM, Bytes.copyOf(noise));
        }
        assertTrue(understood > 10_000);
    }

    @Test
    void aLongTextIsSplitSoThatEachFrameFits() {
        String text = "çay ".repeat(900).strip();
        List<SafeText> parts = dialect.parts(ece, MANNER, SafeText.message(text));
        assertEquals(text, parts.stream().map(SafeText::value).collect(Collectors.joining(" ")));
        PeerProtocol link = dialect.dial(THERE, ece, MANNER);
        for (SafeText part : parts) {
            Output.Transmit said = (Output.Transmit)
                    link.say(new Utterance.Text(Samples.message(1), part)).get(0);
            assertTrue(said.bytes().length() <= 1_024);
        }
    }

    private static List<String> told(List<Output> outputs) {
        List<String> told = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Output.Introduced introduced) {
                told.add("introduced " + introduced.name());
            } else if (output instanceof Output.Heard heard) {
                told.add(heard.claim().name().map(Nickname::toString).orElse("?") + ": " + heard.text());
            } else if (output instanceof Output.Left left) {
                told.add("left " + left.claim().name().orElseThrow());
            }
        }
        return told;
    }

    private static Bytes hex(String spaced) {
        return Bytes.copyOf(HexFormat.of().parseHex(spaced.replace(" ", "")));
    }
}
