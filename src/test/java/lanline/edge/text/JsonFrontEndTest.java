package lanline.edge.text;

import static lanline.edge.text.TextRun.from;
import static lanline.edge.text.TextRun.json;
import static lanline.edge.text.TextRun.peer;
import static lanline.edge.text.TextRun.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.Answered;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.ChatEvent.InterfaceReport;
import lanline.core.event.ChatEvent.MessageArrived;
import lanline.core.event.ChatEvent.MessageProgressed;
import lanline.core.event.ChatEvent.MessageQueued;
import lanline.core.event.ChatEvent.NetworkReported;
import lanline.core.event.ChatEvent.Notice;
import lanline.core.event.ChatEvent.OwnNameChanged;
import lanline.core.event.ChatEvent.OwnStatusChanged;
import lanline.core.event.ChatEvent.PeerAppeared;
import lanline.core.event.ChatEvent.PeerChanged;
import lanline.core.event.ChatEvent.PeerDescribed;
import lanline.core.event.ChatEvent.PeerLeft;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.Event;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.AllowPlain;
import lanline.core.event.UserCommand.Block;
import lanline.core.event.UserCommand.ChangeStatus;
import lanline.core.event.UserCommand.DescribePeer;
import lanline.core.event.UserCommand.ListUsers;
import lanline.core.event.UserCommand.Quit;
import lanline.core.event.UserCommand.ReadHistory;
import lanline.core.event.UserCommand.ReportNetwork;
import lanline.core.event.UserCommand.Retry;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.event.UserCommand.SendText;
import lanline.core.event.UserCommand.ShowFingerprint;
import lanline.core.event.UserCommand.ShowQueue;
import lanline.core.event.UserCommand.TakeBack;
import lanline.core.event.UserCommand.TrustKey;
import lanline.core.event.UserCommand.Unblock;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Security;
import lanline.core.model.Status;
import lanline.core.model.Tag;
import lanline.core.model.Trust;
import lanline.core.text.SafeText;
import lanline.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFrontEndTest {
    private static final Peer ALI = peer("ali", "10.0.0.2");
    private static final Page NOTHING = new Page(ConversationId.HOME, "", List.of(), false);
    private static final String ZEROS = "0".repeat(32);
    private static final String MESSAGE =
            "'conversation':'ali@10.0.0.2','from':'%s','peer':'ali@10.0.0.2','address':'10.0.0.2','text':'%s',"
                    + "'time':'2025-11-21T12:04:05.678Z','security':'none'";

    @Test
    void itIsReadyOnceAddressesAreKnown() throws InterruptedException {
        AddressesKnown known =
                new AddressesKnown(List.of(new HostAddress("127.0.0.1"), new HostAddress("10.0.0.1")), 6000, 6001);
        String rest = "'name':'ece','peer':'" + Samples.id('e')
                + "','addresses':['10.0.0.1'],'udpPort':6000,'tcpPort':6001,'version':'0.1'}";
        assertShows(List.of("{'event':'ready'," + rest, "{'event':'addresses'," + rest), known, known);
    }

    @Test
    void peersAreTold() throws InterruptedException {
        String ali = "{'event':'peer','peer':'ali@10.0.0.2','name':'ali','address':'10.0.0.2','state':'%s',"
                + "'speaks':'lanline','trust':'none'}";
        assertShows(
                List.of(ali.formatted("online"), ali.formatted("busy"), ali.formatted("gone")),
                new PeerAppeared(ALI),
                new PeerChanged(ALI, peer("ali", "10.0.0.2", Presence.BUSY)),
                new PeerLeft(ALI, true));
    }

    @Test
    void whoIsAnnouncedAndNewIsToldOnceAndAgainWhenTheConnectionStands() throws InterruptedException {
        String ali = "{'event':'peer','peer':'ali@10.0.0.2','name':'ali','address':'10.0.0.2','state':'%s',"
                + "'speaks':'lanline','trust':'%s'}";
        Peer announced = peer("ali", "10.0.0.2", Presence.ANNOUNCED);
        Peer judged = announced.with(announced.persona().withTrust(Trust.NEW, false));
        assertShows(
                List.of(ali.formatted("announced", "none"), ali.formatted("online", "new")),
                new PeerAppeared(announced),
                new PeerChanged(announced, judged),
                new PeerChanged(judged, ALI.with(judged.persona())));
    }

    @Test
    void whatIsThoughtOfAPeerIsTold() throws InterruptedException {
        Peer changed = ALI.with(ALI.persona().withTrust(Trust.CHANGED, true));
        assertShows(
                List.of("{'event':'peer','peer':'ali@10.0.0.2','name':'ali','address':'10.0.0.2','state':'online',"
                        + "'speaks':'lanline','trust':'changed','suspect':true}"),
                new PeerChanged(ALI, changed),
                new PeerChanged(changed, changed));
    }

    @Test
    void comparingWordsIsAnEventAndAnAnswerInWordsIsAReply() throws InterruptedException {
        assertShows(
                List.of(
                        "{'event':'verify','tag':'7','peer':'ali@10.0.0.2','name':'ali','state':'shown',"
                                + "'words':['amber','camel'],'text':'the same?'}",
                        "{'event':'reply','tag':'8','to':'block','items':[{'text':'nobody is blocked'}]}"),
                new ComparisonMoved(
                        Kind.tag("verify", "7"),
                        ALI,
                        ComparisonStage.SHOWN,
                        List.of("amber", "camel"),
                        SafeText.line("the same?")),
                new Answered(Kind.tag("block", "8"), List.of(SafeText.line("nobody is blocked"))));
    }

    @Test
    void theVerbsAboutKeysAreRead() throws InterruptedException {
        TextRun run = json(
                quotes("{'do':'verify','to':'ali'}"),
                quotes("{'do':'verify','to':'ali','same':true}"),
                quotes("{'do':'fingerprint'}"),
                quotes("{'do':'trust','to':'ali','id':'q3fk7x2a'}"),
                quotes("{'do':'block','to':'ali'}"),
                quotes("{'do':'unblock','to':'ali'}"),
                quotes("{'do':'insecure','to':'ali'}"),
                quotes("{'do':'quit'}"));
        run.lines();
        assertEquals(
                List.<UserCommand>of(
                        new Verify(new Tag("verify:"), "ali", Optional.empty()),
                        new Verify(new Tag("verify:"), "ali", Optional.of(true)),
                        new ShowFingerprint(new Tag("fingerprint:"), ""),
                        new TrustKey(new Tag("trust:"), "ali", "q3fk7x2a"),
                        new Block(new Tag("block:"), "ali"),
                        new Unblock(new Tag("unblock:"), "ali"),
                        new AllowPlain(new Tag("insecure:"), "ali"),
                        new Quit(Tag.NONE, false)),
                run.commands);
    }

    @Test
    void messagesAndTheirStatesAreToldWithTheTagOfTheCommand() throws InterruptedException {
        String sent = "'id':'" + ZEROS + "','direction':'sent'," + MESSAGE.formatted("ece", "hi");
        String received = "'id':'" + ZEROS + "','direction':'received'," + MESSAGE.formatted("ali", "hello\\n😀 ş");
        assertShows(
                List.of(
                        "{'event':'message','tag':'t1'," + sent + "}",
                        "{'event':'state','tag':'t1','id':'" + ZEROS + "','state':'queued'}",
                        "{'event':'state','id':'" + ZEROS + "','state':'sent'}",
                        "{'event':'state','id':'" + ZEROS + "','state':'failed','reason':'no answer in 5 s'}",
                        "{'event':'message'," + received + "}",
                        "{'event':'message'," + received + ",'kept':false}"),
                new MessageQueued(Kind.tag("send", "t1"), to(ALI, "hi", Delivery.QUEUED)),
                new MessageProgressed(to(ALI, "hi", Delivery.SENT)),
                new MessageProgressed(to(ALI, "hi", Delivery.failed("no answer in 5 s"))),
                new MessageArrived(from(ALI, "hello\n😀 ş"), true),
                new MessageArrived(from(ALI, "hello\n😀 ş"), false));
    }

    @Test
    void repliesNameTheirVerbAndHoldItems() throws InterruptedException {
        String ali = "'peer':'ali@10.0.0.2','name':'ali','address':'10.0.0.2','state':'online',"
                + "'speaks':'lanline','trust':'none'";
        Page page = new Page(
                ConversationId.HOME, "", List.of(new Stored(7, to(ALI, "hi", Delivery.failed("no answer")))), true);
        LanInterface lan =
                LanInterface.of("eth0", new HostAddress("10.0.0.1"), 28).orElseThrow();
        InterfaceReport report = new InterfaceReport(lan, 6000, 3, 2, 0, -1, SafeText.EMPTY);
        assertShows(
                List.of(
                        "{'event':'reply','tag':'a','to':'users','items':[{" + ali + "}]}",
                        "{'event':'reply','to':'whois','items':[{" + ali
                                + ",'editions':['lanline'],'reachedAt':['10.0.0.2:6001'],'security':'none','secondsSinceHeard':3}]}",
                        "{'event':'reply','to':'history','items':[{'number':7,'id':'" + ZEROS + "','direction':'sent',"
                                + MESSAGE.formatted("ece", "hi")
                                + ",'speaks':'lanline','state':'failed','reason':'no answer'}],'hasOlder':true}",
                        "{'event':'reply','to':'search','items':[],'hasOlder':false}",
                        "{'event':'reply','to':'net','items':[{'interface':'eth0','address':'10.0.0.1','prefixLength':28,"
                                + "'broadcast':'10.0.0.15','udpPort':6000,'sent':3,'secondsSinceSent':2,'heard':0}],"
                                + "'advice':['try --peer']}"),
                new UsersListed(Kind.tag("users", "a"), List.of(ALI)),
                new PeerDescribed(Kind.tag("whois", ""), ALI, Security.NONE, 3),
                new PageLoaded(Kind.tag("history", ""), page),
                new PageLoaded(Tag.internal("scrollback"), page),
                new PageLoaded(Kind.tag("search", ""), NOTHING),
                new NetworkReported(Kind.tag("net", ""), List.of(report), List.of(SafeText.line("try --peer"))));
    }

    @Test
    void refusalsNoticesAndChangesOfOneselfAreEvents() throws InterruptedException {
        assertShows(
                List.of(
                        "{'event':'error','tag':'t','code':'ambiguous-peer','text':'several people are called ali, say"
                                + " which: ali@10.0.0.2, ali@10.0.0.3',"
                                + "'alternatives':['ali@10.0.0.2','ali@10.0.0.3']}",
                        "{'event':'notice','trouble':true,'text':'the disk is full'}",
                        "{'event':'status','tag':'s','state':'busy','text':'lunch'}",
                        "{'event':'name','name':'ece2'}"),
                CommandRefused.ambiguousPeer(Kind.tag("send", "t"), "ali", List.of(ALI, peer("ali", "10.0.0.3"))),
                new Notice(Notice.Kind.TROUBLE, SafeText.line("the disk is full"), ConversationId.HOME),
                new OwnStatusChanged(Kind.tag("status", "s"), Status.BUSY, SafeText.line("lunch")),
                new OwnNameChanged(Tag.NONE, Nickname.fromPeer("ece2")));
    }

    @Test
    void everyVerbIsRead() throws InterruptedException {
        TextRun run = json(
                        quotes("{'do':'send','to':'ali','text':'merhaba ş','tag':'1','security':'none','later':[1]}"),
                        quotes("{'do':'users','tag':2}"),
                        quotes("{'do':'whois','to':'ali'}"),
                        quotes("{'do':'status','state':'away','text':'lunch'}"),
                        quotes("{'do':'history','with':'ali','limit':5,'before':'2025-11-21T12:00:00Z'}"),
                        quotes("{'do':'history'}"),
                        quotes("{'do':'search','text':'x','before':9}"),
                        quotes("{'do':'net'}"),
                        quotes("{'do':'queue'}"),
                        quotes("{'do':'unsend','id':'" + ZEROS + "'}"),
                        quotes("{'do':'retry','id':'" + ZEROS + "'}"),
                        quotes("{'do':'quit'}"),
                        "never read")
                .answeringLater(ReadHistory.class, read -> new PageLoaded(read.tag(), NOTHING))
                .answeringLater(SearchHistory.class, search -> new PageLoaded(search.tag(), NOTHING));
        assertEquals(3, run.lines().size());
        assertEquals(
                List.<UserCommand>of(
                        new SendText(
                                new Tag("send:1"), "ali", SafeText.message("merhaba ş"), Optional.of(Security.NONE)),
                        new ListUsers(new Tag("users:2")),
                        new DescribePeer(new Tag("whois:"), "ali"),
                        new ChangeStatus(new Tag("status:"), Status.AWAY, SafeText.line("lunch")),
                        new ReadHistory(new Tag("history:"), "ali", Instant.parse("2025-11-21T12:00:00Z"), 5),
                        new ReadHistory(new Tag("history:"), "", Instant.MAX, 100),
                        new SearchHistory(new Tag("search:"), "", "x", 9, 50),
                        new ReportNetwork(new Tag("net:")),
                        new ShowQueue(new Tag("queue:")),
                        new TakeBack(new Tag("unsend:"), ZEROS),
                        new Retry(new Tag("retry:"), ZEROS),
                        new Quit(Tag.NONE, false)),
                run.commands);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello | no JSON that is accepted",
                "[1] | JSON, but no object",
                "{} | \"do\" may be send, users",
                "{'do':'part','to':'ali'} | \"do\" may be send, users",
                "{'do':'verify','to':'ali','same':'yes'} | \"same\" is true or false",
                "{'do':'trust','to':'ali','id':'q3fk'} | nothing was changed: the first 8 signs",
                "{'do':'join','room':'#lab'} | \"do\" may be send, users",
                "{'do':'send','to':'ali'} | \"text\" is missing or empty",
                "{'do':'send','text':'hi'} | \"to\" is missing or empty",
                "{'do':'send','to':5,'text':'hi'} | \"to\" is a text",
                "{'do':'send','to':'ali','text':'hi','security':'strong'} | \"security\" may be none or weak",
                "{'do':'status','state':'bye'} | \"state\" may be online, busy or away",
                "{'do':'history','limit':'5'} | \"limit\" is a whole number",
                "{'do':'history','limit':5.5} | \"limit\" is a whole number",
                "{'do':'history','limit':0} | \"limit\" is a number from 1 to 1000",
                "{'do':'history','limit':99999999999999999999} | \"limit\" is a whole number",
                "{'do':'history','before':'yesterday'} | \"before\" is a time such as",
                "{'do':'search'} | \"text\" is missing or empty",
                "{'do':'unsend','id':'xyz'} | \"id\" is the id of a message",
                "{'do':'retry','id':'xyz'} | \"id\" is the id of a message",
                "{'do':'users','do':'net'} | no JSON that is accepted",
            })
    void aWrongLineIsAnErrorAndTheProgramGoesOn(String line, String beginning) throws InterruptedException {
        TextRun run = json(quotes(line), quotes("{'do':'users'}"));
        List<String> lines = run.lines();
        String begins = quotes("{'event':'error','code':'bad-command','text':'") + beginning.replace("\"", "\\\"");
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith(begins), lines.get(0));
        assertEquals(List.of(new ListUsers(new Tag("users:")), new Quit(Tag.NONE, false)), run.commands);
    }

    @Test
    void errorsRepeatTheTagWhateverTheVerb() throws InterruptedException {
        List<String> lines = json(quotes("{'do':'a:b','tag':'t:1'}"), quotes("{'do':'send','tag':'t:2'}"))
                .lines();
        assertTrue(lines.get(0).startsWith(quotes("{'event':'error','tag':'t:1',")), lines.get(0));
        assertTrue(lines.get(1).startsWith(quotes("{'event':'error','tag':'t:2',")), lines.get(1));
    }

    @Test
    void aTagWithHalfACharacterIsAnsweredAndTheNextLineIsRead() throws InterruptedException {
        TextRun run = json(quotes("{'do':'x','tag':'t\\ud800'}"), quotes("{'do':'users'}"));
        assertTrue(run.lines().get(0).startsWith(quotes("{'event':'error','tag':'t?',")));
        assertEquals(List.of(new ListUsers(new Tag("users:")), new Quit(Tag.NONE, false)), run.commands);
    }

    @Test
    void tooLongALineIsAnError() throws InterruptedException {
        String text = "x".repeat(LineSource.LONGEST);
        List<String> lines =
                json(quotes("{'do':'send','to':'ali','text':'" + text + "'}")).lines();
        assertEquals(
                List.of(quotes("{'event':'error','code':'bad-command','text':'a line of more than 65536 bytes was left"
                        + " out: nothing of it was done, send it in parts'}")),
                lines);
    }

    @Test
    void manyMessagesAreAllWrittenInOrder() throws InterruptedException {
        int many = 10_000;
        TextRun run = json();
        run.bus.subscribe(
                ListUsers.class,
                command -> IntStream.range(0, many)
                        .forEach(i -> run.bus.raise(new MessageArrived(from(ALI, "message " + i), true))));
        run.bus.put(new ListUsers(Tag.NONE));
        List<String> lines = run.lines();
        assertEquals(many, lines.size());
        for (int i = 0; i < many; i++) {
            assertTrue(lines.get(i).contains("\"message " + i + "\""));
        }
    }

    private static void assertShows(List<String> expected, Event... events) throws InterruptedException {
        assertEquals(expected.stream().map(JsonFrontEndTest::quotes).toList(), json().lines(events));
    }

    private static String quotes(String line) {
        return line.replace('\'', '"');
    }
}
