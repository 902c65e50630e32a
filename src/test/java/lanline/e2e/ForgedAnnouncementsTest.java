package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lanline.testing.Samples;
import lanline.testing.Samples.Announcement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Announcements that lie: whoever sends them, and from wherever, nobody is taken for somebody else, and nobody is online who is not. */
@InNamespaces
class ForgedAnnouncementsTest {
    private static final String EVERYBODY = "10.88.0.255";
    private static final long DAY_MILLIS = 24 * 3_600_000L;

    /** Ece, Ali and Mallory are on hosts 1 to 3; host 4 is one that is dialled for nothing; Veli comes and goes on host 5. */
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(5);

    private static Program ece;
    private static Program ali;
    private static String alisId;
    private static String alisWords;
    private static RawPeer mallory;
    private static int digested;

    /** Ece and Ali have a session; Mallory has what Ali announces, and can send from every address of the network. */
    @BeforeAll
    static void aliIsKnown() throws Exception {
        String count = "nft flush ruleset; nft add table ip f;"
                + " nft add chain ip f in '{ type filter hook input priority 0; }';"
                + " nft add rule ip f in ip saddr 10.88.0.1 tcp flags '& (syn | ack) == syn' counter";
        LAB.lan().host(4).sh(count);
        LAB.lan().host(3).sh("ip addr flush dev lo; ip addr add 127.0.0.1/8 dev lo");
        mallory = LAB.raw(3);
        mallory.hear();
        ece = LAB.start(1, "Ece", "--announce-every", "1");
        ali = LAB.start(2, "Ali", "--announce-every", "1");
        ece.awaitPeer("Ali", "online");
        alisId = ali.awaitReady().path("peer").asText();
        alisWords = wordsOf(2);
        // From here on Mallory has all these addresses, without answering for those of others.
        LAB.lan()
                .host(3)
                .sh("nft flush ruleset; nft add table arp f;"
                        + " nft add chain arp f in '{ type filter hook input priority 0; }';"
                        + " nft add rule arp f in arp daddr ip '{ 10.88.0.2, 10.88.0.4, 10.88.0.5 }' drop;"
                        + " ip addr add 10.88.0.2/32 dev lo;"
                        + " ip addr add 10.88.0.4/32 dev lo");
        LAB.lan().addAddresses(3, 100, 249);
    }

    private static String wordsOf(int host) throws InterruptedException {
        return mallory.awaitDatagram(LAB.lan().address(host), text -> text.contains("\"ll\""))
                .text();
    }

    @BeforeEach
    void bothAreStillThere() {
        ece.beginAnew();
        ali.beginAnew();
    }

    @Test
    @DisplayName("A3 F7: a thousand forged announcements change no row and bring nobody online")
    void aThousandForgedAnnouncementsChangeNothing() throws Exception {
        long refusedBefore = refused();
        Map<String, String> before = rows();
        List<String> forged = forgeries();
        for (String hers : forged.subList(forged.size() - 3, forged.size())) {
            mallory.datagram("10.88.0.100", EVERYBODY, hers);
        }
        for (int i = 0; i < 1_000; i++) {
            String from = i % 10 == 0 ? LAB.lan().address(2) : "10.88.0." + (100 + i / 10);
            mallory.datagram(from, EVERYBODY, forged.get(i % forged.size()));
        }
        awaitDigested();
        assertEquals(before, rows());
        assertOnlyAliIsOnline();
        assertTrue(refused() - refusedBefore > 500, "most never came so far as to be judged");
        assertTalk(ali, alisId);
    }

    private long refused() throws InterruptedException {
        String advice = ece.ask("net").path("advice").toString();
        Matcher count = Pattern.compile("([0-9]+) datagrams were not").matcher(advice);
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    /** What Ali said, each time with one thing changed, and things that he never said. */
    private List<String> forgeries() {
        Announcement herself = Samples.lanline('m', "Ali").run('c', System.currentTimeMillis());
        String hers = herself.from("10.88.0.100").toText();
        List<String> forged = new ArrayList<>(List.of(
                alisWords,
                changed(alisWords, "\"st\": \"online\"", "\"st\": \"bye\""),
                changed(alisWords, "\"st\": \"online\"", "\"st\": \"busy\""),
                changed(alisWords, "\"port\": 6001", "\"port\": 6666"),
                changed(alisWords, "\"name\": \"Ali\"", "\"name\": \"Veli\""),
                alisWords.replace("10.88.0.2\"", "10.88.0.100\""),
                changed(alisWords, "\"n\": [0-9]+", "\"n\": 99999999"),
                changed(alisWords, "\"ep\": [0-9]+", "\"ep\": " + (System.currentTimeMillis() + 60_000)),
                changed(alisWords, "\"in\": \"[0-9a-f]+\"", "\"in\": \"ffffffffffffffff\""),
                changed(alisWords, "\"v\": 1", "\"v\": 0"),
                changed(alisWords, "\"sig\": \"[^\"]+\"", "\"sig\": \"" + "A".repeat(86) + "\""),
                changed(hers, "\"id\": \"[^\"]+\"", "\"id\": \"" + idIn(alisWords) + "\""),
                // The neutral element: a signature of zeros holds for it, whatever is signed.
                changed(alisWords, "\"id\": \"[^\"]+\"", "\"id\": \"ae" + "a".repeat(50) + "\""),
                herself.run('d', System.currentTimeMillis() + 2 * DAY_MILLIS)
                        .from("10.88.0.100")
                        .toText()));
        return forged;
    }

    @Test
    @DisplayName("A3 F7: what Veli announced before he started again is not believed after it")
    void whatWasAnnouncedBeforeARestartIsOver() throws Exception {
        Program veli = LAB.start(5, "Veli", "--announce-every", "1");
        ece.awaitPeer("Veli", "online");
        String velisWords = wordsOf(5);
        LAB.lan().host(3).sh("ip addr add 10.88.0.5/32 dev lo");
        veli.quit();
        ece.awaitPeer("Veli", "gone");
        Map<String, String> before = rows();
        int mark = ece.mark();
        for (int i = 0; i < 5; i++) {
            mallory.datagram(LAB.lan().address(5), EVERYBODY, velisWords);
        }
        awaitDigested();
        assertEquals(before, rows());
        veli = LAB.start(5, "Veli", "--announce-every", "1");
        ece.awaitPeer(mark, "Veli", "online");
        assertTalk(veli, veli.awaitReady().path("peer").asText());
        veli.quit();
        ece.awaitPeer(mark, "Veli", "gone");
    }

    @Test
    @DisplayName("F7: announcements in the name of a host make us dial it once a port, sixteen ports at most")
    void nobodyIsDialledForNothing() throws Exception {
        for (int i = 0; i < 100; i++) {
            Announcement said = Samples.lanline('m', "No. " + i)
                    .by(Samples.numberedKey(2_000 + i))
                    .run('c', System.currentTimeMillis())
                    .on(9_000 + i % 2);
            mallory.datagram(
                    LAB.lan().address(4),
                    EVERYBODY,
                    said.from(LAB.lan().address(4)).toText());
            if (i % 5 == 4) {
                // As slowly as announcements of one address are heard.
                ece.ask("users");
            }
        }
        awaitDigested();
        assertOnlyAliIsOnline();
        long dials = dialsOfHost4();
        assertTrue(dials <= 2, dials + " dials");
    }

    private static long dialsOfHost4() {
        Matcher packets =
                Pattern.compile("packets ([0-9]+)").matcher(LAB.lan().host(4).sh("nft list ruleset"));
        assertTrue(packets.find());
        return Long.parseLong(packets.group(1));
    }

    /** Rows of Lanlines: who, and all that is said of that. */
    private Map<String, String> rows() throws InterruptedException {
        Map<String, String> rows = new TreeMap<>();
        for (JsonNode row : ece.ask("users").path("items")) {
            if (Program.has(row, "speaks", "lanline")) {
                rows.put(row.path("peer").asText(), row.path("name").asText() + row.path("state") + row.path("trust"));
            }
        }
        return rows;
    }

    /** A good announcement that comes last is heard last. */
    private void awaitDigested() throws Exception {
        digested++;
        String last = "last " + digested;
        mallory.datagram("10.88.0." + (249 - digested), EVERYBODY, "{\"username\": \"" + last + "\"}");
        ece.awaitPeer(last, "online");
    }

    private void assertOnlyAliIsOnline() throws InterruptedException {
        for (JsonNode row : ece.ask("users").path("items")) {
            boolean isOnline = Program.has(row, "speaks", "lanline") && Program.has(row, "state", "online");
            assertTrue(!isOnline || Program.has(row, "name", "Ali"), row.toString());
        }
    }

    private static void assertTalk(Program other, String otherId) throws Exception {
        String id = ece.send(otherId, "hâlâ sen misin?");
        other.awaitMessage("hâlâ sen misin?");
        ece.awaitState(id, "delivered");
    }

    private static String idIn(String announcement) {
        Matcher id = Pattern.compile("\"id\": \"([^\"]+)\"").matcher(announcement);
        assertTrue(id.find());
        return id.group(1);
    }

    private static String changed(String announcement, String what, String to) {
        String changed = announcement.replaceFirst(what, to);
        assertTrue(!changed.equals(announcement), what);
        return changed;
    }
}
