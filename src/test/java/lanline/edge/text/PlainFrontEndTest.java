package lanline.edge.text;

import static lanline.edge.text.TextRun.from;
import static lanline.edge.text.TextRun.peer;
import static lanline.edge.text.TextRun.plain;
import static lanline.edge.text.TextRun.script;
import static lanline.edge.text.TextRun.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lanline.core.event.ChatEvent.AddressesKnown;
import lanline.core.event.ChatEvent.CommandRefused;
import lanline.core.event.ChatEvent.ComparisonMoved;
import lanline.core.event.ChatEvent.ConversationOpened;
import lanline.core.event.ChatEvent.ConversationsChanged;
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
import lanline.core.event.ChatEvent.ProtectionChosen;
import lanline.core.event.ChatEvent.QueueListed;
import lanline.core.event.ChatEvent.UsersListed;
import lanline.core.event.Event;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.event.StorageEvent.Page;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.event.StorageEvent.Stored;
import lanline.core.event.UserCommand.ExportHistory;
import lanline.core.event.UserCommand.OpenConversation;
import lanline.core.event.UserCommand.Quit;
import lanline.core.event.UserCommand.ReadHistory;
import lanline.core.event.UserCommand.SearchHistory;
import lanline.core.event.UserCommand.SendText;
import lanline.core.model.ChatMessage;
import lanline.core.model.ComparisonStage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Direction;
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

class PlainFrontEndTest {
    private static final Peer ALI = peer("ali", "10.0.0.2");
    private static final Peer OTHER_ALI = peer("Ali", "10.0.0.3");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void theFirstLineSaysWhoAndWhereOneIs() throws InterruptedException {
        HostAddress loopback = new HostAddress("127.0.0.1");
        AddressesKnown known = new AddressesKnown(List.of(loopback, new HostAddress("10.0.0.1")), 6000, 6001);
        AddressesKnown none = new AddressesKnown(List.of(loopback), 6000, 6001);
        assertShows("""
                12:04 * Lanline 0.1: you are called ece; others reach you at 10.0.0.1; /help lists the commands
                12:04 * no network: only this machine hears you, /net says more
                12:04 * others reach you at 10.0.0.1
                """, known, none, known);
    }

    @Test
    void whoComesChangesAndGoesIsTold() throws InterruptedException {
        Peer busy = peer("ali", "10.0.0.2", Presence.BUSY);
        assertShows(
                """
                12:04 * ali is online (10.0.0.2)
                12:04 * ali is busy (10.0.0.2)
                12:04 * ali has left (10.0.0.2)
                12:04 * ali is online (10.0.0.2)
                12:04 * ali is gone: not heard any more (10.0.0.2)
                """,
                new PeerAppeared(ALI),
                new PeerChanged(ALI, busy),
                new PeerLeft(busy, true),
                new PeerAppeared(ALI),
                new PeerLeft(ALI, false));
    }

    @Test
    void whoMayBeSomebodyElseIsMarkedWhereverTheNameStands() throws InterruptedException {
        Peer berk = Samples.olderPeer("berk", "10.0.0.4");
        Peer suspect = berk.with(berk.persona().withTrust(Trust.NONE, true));
        Peer lanline = Samples.lanlinePeer('2', "ali", Samples.at("10.0.0.2", 6001));
        Peer changed = lanline.with(lanline.persona().withTrust(Trust.CHANGED, false));
        assertShows(
                """
                12:04 * berk is online (10.0.0.4)
                12:04 * berk is online (10.0.0.4) (NOT VERIFIED)
                12:04 berk (NOT VERIFIED): hello
                12:04 * ali is online (10.0.0.2) (%s KEY CHANGED)
                12:04 * berk is online (10.0.0.4), with an older program (NOT VERIFIED)
                """.formatted(Samples.id('2').hint()),
                new PeerAppeared(berk),
                new PeerChanged(berk, suspect),
                new PeerChanged(suspect, suspect),
                new MessageArrived(from(suspect, "hello"), true),
                new PeerAppeared(changed),
                new UsersListed(Tag.NONE, List.of(suspect)));
    }

    @Test
    void comparingWordsIsTold() throws InterruptedException {
        assertShows(
                """
                12:04 * the same six?
                12:04 ! they differ
                """,
                compared(ComparisonStage.SHOWN, "the same six?"),
                compared(ComparisonStage.DIFFERENT, "they differ"));
    }

    private static ComparisonMoved compared(ComparisonStage stage, String sentence) {
        return new ComparisonMoved(Tag.NONE, ALI, stage, List.of(), SafeText.line(sentence));
    }

    @Test
    void aNewNameIsTold() throws InterruptedException {
        Peer renamed = new Peer(
                ALI.id(), Nickname.fromPeer("veli"), ALI.presence(), ALI.speaks(), ALI.routes(), ALI.lastHeard());
        assertShows("""
                12:04 * ali is online (10.0.0.2)
                12:04 * ali is called veli now (10.0.0.2)
                """, new PeerAppeared(ALI), new PeerChanged(ALI, renamed));
    }

    @Test
    void whoIsWrittenToInTheOldEncryptionIsToldSo() throws InterruptedException {
        Peer berk = Samples.olderPeer("berk", "10.0.0.4");
        ConversationOpened opened = new ConversationOpened(Tag.NONE, ConversationId.with(berk.id()), Optional.of(berk));
        assertShows(
                """
                12:04 * you write to berk (10.0.0.4) now; older program, WEAK old encryption: NOT PRIVATE
                12:04 * berk is online at 10.0.0.4:6001; heard 3 s ago; speaks the course program's protocol of 2024; older program, WEAK old encryption: NOT PRIVATE; has no key: nothing proves who it is; id berk@10.0.0.4
                12:04 * you write to berk (10.0.0.4) now; older program: NOT PRIVATE
                """,
                new ProtectionChosen(berk.id(), Security.WEAK),
                opened,
                new PeerDescribed(Tag.NONE, berk, Security.WEAK, 3),
                new ProtectionChosen(berk.id(), Security.NONE),
                opened);
    }

    @Test
    void theOldEncryptionIsCalledWeak() throws InterruptedException {
        ChatMessage weak = new ChatMessage(
                Samples.message(1),
                Direction.RECEIVED,
                ALI.asCorrespondent(),
                SafeText.line("selam"),
                ALI.lastHeard(),
                Delivery.RECEIVED,
                Security.WEAK);
        assertShows("12:04 ali (weak encryption): selam\n", new MessageArrived(weak, true));
    }

    @Test
    void whatAProgramAnswersByItselfIsToldAsThat() throws InterruptedException {
        Delivery answered = Delivery.answered(SafeText.line("Message received"));
        assertShows(
                "12:04 * the program of ali answered by itself: Message received\n",
                new MessageProgressed(to(ALI, "selam", answered)));
    }

    @Test
    void messagesAreOneLineEach() throws InterruptedException {
        assertShows(
                """
                12:04 ali: hello
                12:04 ali: two⏎12:05 berk: lines
                12:04 ali: lost
                12:04 ! that message could not be kept in the history: it is shown here only
                """,
                new MessageArrived(from(ALI, "hello"), true),
                new MessageArrived(from(ALI, "two\n12:05 berk: lines"), true),
                new MessageArrived(from(ALI, "lost"), false));
    }

    @Test
    void whileANameIsDoubleItsAddressIsThere() throws InterruptedException {
        assertShows(
                """
                12:04 * ali is online (10.0.0.2)
                12:04 * Ali@10.0.0.3 is online (10.0.0.3)
                12:04 ali@10.0.0.2: hello
                12:04 * Ali@10.0.0.3 has left (10.0.0.3)
                12:04 ali: hello
                """,
                new PeerAppeared(ALI),
                new PeerAppeared(OTHER_ALI),
                new MessageArrived(from(ALI, "hello"), true),
                new PeerLeft(OTHER_ALI, true),
                new MessageArrived(from(ALI, "hello"), true));
    }

    @Test
    void nobodyCanBeTakenForOneselfOrForTheProgram() throws InterruptedException {
        assertShows(
                """
                12:04 ece@10.0.0.2: hi
                12:04 "* ali is online": hi
                12:04 "ali: hello": hi
                12:04 "ali@10.0.0.2": hi
                12:04 "a'b": hi
                12:04 "ali veli": hi
                12:04 Çağrı-2: ␛[2J
                """,
                new MessageArrived(from(peer("ece", "10.0.0.2"), "hi"), true),
                new MessageArrived(from(peer("* ali is online", "10.0.0.9"), "hi"), true),
                new MessageArrived(from(peer("ali: hello", "10.0.0.9"), "hi"), true),
                new MessageArrived(from(peer("ali@10.0.0.2", "10.0.0.9"), "hi"), true),
                new MessageArrived(from(peer("a\"b", "10.0.0.9"), "hi"), true),
                new MessageArrived(from(peer("ali veli", "10.0.0.9"), "hi"), true),
                new MessageArrived(from(peer("Çağrı-2", "10.0.0.9"), "\u001b[2J"), true));
    }

    @Test
    void aFailureIsAlwaysSaidAndSuccessOnlyAfterOne() throws InterruptedException {
        assertShows(
                """
                12:04 ! could not reach ali: no answer in 5 s; not sent, /retry sends it again
                12:04 * delivered to ali now: hello
                """,
                new MessageQueued(Tag.NONE, to(ALI, "hello", Delivery.QUEUED)),
                new MessageProgressed(to(ALI, "hello", Delivery.SENT)),
                new MessageProgressed(to(ALI, "hello", Delivery.failed("no answer in 5 s"))),
                new MessageProgressed(to(ALI, "hello", Delivery.QUEUED)),
                new MessageProgressed(to(ALI, "hello", Delivery.SENT)),
                new MessageProgressed(to(ALI, "hello", Delivery.DELIVERED)));
    }

    @Test
    void whatWaitsIsSaidOnceAndWhatIsTakenBackToo() throws InterruptedException {
        assertShows(
                """
                12:04 * delivered to ali now: hello
                12:04 * waiting for ali: ali is not here; /queue shows what waits
                12:04 * taken back, to ali: hello
                12:04 * 1  to ali, written 3 min ago: hello (waiting: ali is not here)
                12:04 * /queue drop N takes one back, /queue drop all takes back all
                """,
                new MessageProgressed(to(ALI, "hello", Delivery.waiting("of an earlier run"))),
                new MessageProgressed(to(ALI, "hello", Delivery.DELIVERED)),
                new MessageQueued(Tag.NONE, to(ALI, "hello", Delivery.QUEUED)),
                new MessageProgressed(to(ALI, "hello", Delivery.waiting("ali is not here"))),
                new MessageProgressed(to(ALI, "hello", Delivery.waitingPerhaps("it was cut"))),
                new MessageProgressed(to(ALI, "hello", Delivery.takenBack(false))),
                new QueueListed(
                        Tag.NONE,
                        List.of(new QueueListed.Waiting(to(ALI, "hello", Delivery.waiting("ali is not here")), 180))));
    }

    @Test
    void answersAboutOneselfNoticesAndRefusalsAreSentences() throws InterruptedException {
        assertShows(
                """
                12:04 * you are called ece2 now
                12:04 * the others see you as away now: lunch
                12:04 * the others see you as online now
                12:04 * all is well
                12:04 ! the disk is full
                12:04 ! say which: ali@10.0.0.2, Ali@10.0.0.3
                12:04 * you write to ali (10.0.0.2) now; encrypted, not yet verified
                12:04 * no conversation is open; /query NAME opens one
                """,
                new OwnNameChanged(Tag.NONE, Nickname.fromPeer("ece2")),
                new OwnStatusChanged(Tag.NONE, Status.AWAY, SafeText.line("lunch")),
                new OwnStatusChanged(Tag.NONE, Status.ONLINE, SafeText.EMPTY),
                new Notice(Notice.Kind.INFORMATION, SafeText.line("all is well"), ConversationId.HOME),
                new Notice(Notice.Kind.TROUBLE, SafeText.line("the disk is full"), ConversationId.HOME),
                new CommandRefused(
                        Tag.NONE,
                        CommandRefused.Code.AMBIGUOUS_PEER,
                        SafeText.line("say which"),
                        List.of("ali@10.0.0.2", "Ali@10.0.0.3")),
                new ConversationOpened(Tag.NONE, new ConversationId("x"), Optional.of(ALI)),
                new ConversationOpened(Tag.NONE, ConversationId.HOME, Optional.empty()));
    }

    @Test
    void listsAreALineEach() throws InterruptedException {
        LanInterface lan =
                LanInterface.of("eth0", new HostAddress("10.0.0.1"), 28).orElseThrow();
        assertShows(
                """
                12:04 * nobody was heard yet; /net says what was sent and heard
                12:04 * ali is online (10.0.0.2)
                12:04 * berk is away (10.0.0.4)
                12:04 * ali is online at 10.0.0.2:6001; heard 3 s ago; speaks Lanline; encrypted, not yet verified; has no key: nothing proves who it is; id ali@10.0.0.2
                12:04 * eth0 (10.0.0.1/28), UDP 6000: 3 sent (last 2 s ago), 0 heard; is it plugged in?
                12:04 * try --peer HOST
                """,
                new UsersListed(Tag.NONE, List.of()),
                new UsersListed(Tag.NONE, List.of(ALI, peer("berk", "10.0.0.4", Presence.AWAY))),
                new PeerDescribed(Tag.NONE, ALI, Security.NONE, 3),
                new NetworkReported(
                        Tag.NONE,
                        List.of(new InterfaceReport(lan, 6000, 3, 2, 0, -1, SafeText.line("is it plugged in?"))),
                        List.of(SafeText.line("try --peer HOST"))));
    }

    @Test
    void theHistoryHasDatesAndStatesInWords() throws InterruptedException {
        Page page = new Page(
                ConversationId.HOME,
                "",
                List.of(
                        new Stored(1, from(ALI, "hello\nyou")),
                        new Stored(2, to(ALI, "hi", Delivery.SENT)),
                        new Stored(3, to(ALI, "lost", Delivery.failed("no answer in 5 s")))),
                true);
        assertShows(
                """
                2025-11-21 12:04 from ali (10.0.0.2): hello⏎you
                2025-11-21 12:04 to ali (10.0.0.2): hi
                2025-11-21 12:04 to ali (10.0.0.2), not sent (no answer in 5 s): lost
                12:04 * there are older ones; /export FILE writes all
                12:04 * 1 message written to all.txt
                """,
                new PageLoaded(Tag.NONE, page),
                new PageLoaded(Tag.internal("scrollback"), page),
                new HistoryExported(Tag.NONE, "all.txt", 1));
    }

    @Test
    void typedLinesAreTextAndCommands() throws InterruptedException {
        TextRun run =
                plain("merhaba çağrı", "", "/msg ali hi", "//slash", "/version", "/clear", "/nonsense", "/help msg");
        assertEquals("""
                12:04 * Lanline 0.1
                12:04 ! only the full screen has that: start Lanline without --plain for it
                12:04 ! there is no command /nonsense: /help lists them; with two slashes it is text
                12:04 * /msg NAME text: sends text to one person; also /chat
                """, text(run.lines()));
        assertEquals(
                List.of(
                        new SendText(Tag.NONE, "", SafeText.message("merhaba çağrı")),
                        new SendText(new Tag("msg:"), "ali", SafeText.message("hi")),
                        new SendText(Tag.NONE, "", SafeText.message("/slash")),
                        new Quit(Tag.NONE, false)),
                run.commands);
        assertEquals(0, run.exitStatus());
    }

    @Test
    void nothingIsReadAfterQuit() throws InterruptedException {
        TextRun run = plain("/quit", "never");
        assertEquals("12:04 * leaving once all is sent\n", text(run.lines()));
        assertEquals(List.of(new Quit(Tag.NONE, false)), run.commands);
    }

    @Test
    void aLineThatIsTooLongIsLeftOutAndTheNextOneFollows() throws InterruptedException {
        TextRun run = plain("x".repeat(LineSource.LONGEST + 1), "x".repeat(LineSource.LONGEST), "hi");
        assertEquals("""
                12:04 ! a line of more than 65536 bytes was left out: nothing of it was done, send it in parts
                12:04 ! not sent: the text has 65536 bytes, a message at most 8192; send it in parts
                """, text(run.lines()));
        assertEquals(new SendText(Tag.NONE, "", SafeText.message("hi")), run.commands.get(0));
    }

    @Test
    void theEndOfTheInputWaitsForAnswersOfTheHistory() throws InterruptedException {
        Page found = new Page(ConversationId.HOME, "x", List.of(new Stored(1, from(ALI, "x"))), false);
        TextRun run = plain("/search x", "/history ali", "/export a.txt")
                .answeringLater(SearchHistory.class, search -> new PageLoaded(search.tag(), found))
                .answering(ReadHistory.class, read -> CommandRefused.unknownPeer(read.tag(), read.with()))
                .answeringLater(ExportHistory.class, export -> new HistoryExported(export.tag(), export.file(), 2));
        assertEquals("""
                2025-11-21 12:04 from ali (10.0.0.2): x
                12:04 ! nobody called ali was heard; /users lists who is here
                12:04 * 2 messages written to a.txt
                """, text(run.lines()));
        assertEquals(new Quit(Tag.NONE, false), run.commands.get(3));
    }

    @Test
    void lastShowsTheConversationThatTheLineBeforeOpened() throws InterruptedException {
        ConversationId id = ConversationId.with(ALI.id());
        TextRun run = plain("/query ali", "/last 5")
                .with(bus -> bus.subscribe(OpenConversation.class, open -> {
                    bus.raise(new ConversationsChanged(List.of(id), id));
                    bus.raise(new ConversationOpened(open.tag(), id, Optional.of(ALI)));
                }))
                .answeringLater(
                        ReadHistory.class, read -> new PageLoaded(read.tag(), new Page(id, "", List.of(), false)));
        run.lines();
        assertEquals(new ReadHistory(new Tag("history:"), id.text(), Instant.MAX, 5), run.commands.get(1));
    }

    @Test
    void aScriptWaitsUntilANameIsHeardAndKeepsTheOrder() throws InterruptedException {
        TextRun run = script(LONG, "/msg ali veli hi", "/users");
        run.linesMeanwhile(new PeerAppeared(peer("berk", "10.0.0.4")), new PeerAppeared(peer("Ali Veli", "10.0.0.5")));
        assertEquals(new SendText(new Tag("msg:"), "ali veli", SafeText.message("hi")), run.commands.get(0));
        assertEquals(3, run.commands.size());
        assertEquals(0, run.exitStatus());
    }

    @Test
    void aScriptThatNamesNobodyFailsInTheEnd() throws InterruptedException {
        TextRun run = script(SHORT, "/msg ali hi", "/msg ali again")
                .answering(SendText.class, send -> CommandRefused.unknownPeer(send.tag(), send.to()));
        assertEquals("""
                12:04 ! nobody called ali was heard; /users lists who is here
                12:04 ! nobody called ali was heard; /users lists who is here
                """, text(run.lines()));
        assertEquals(1, run.exitStatus());
    }

    @Test
    void whoSitsAtATerminalMayMistype() throws InterruptedException {
        TextRun run = plain("/msg ali hi", "/xxx")
                .answering(SendText.class, send -> CommandRefused.unknownPeer(send.tag(), send.to()));
        assertEquals(2, run.lines().size());
        assertEquals(0, run.exitStatus());
    }

    @Test
    void aMessageThatCouldNotBeSentIsAFailureOfAScript() throws InterruptedException {
        TextRun run = script(SHORT, "hi").leaving(1);
        run.lines(new PeerAppeared(ALI));
        assertEquals(1, run.exitStatus());
    }

    @Test
    void whoQuitsAtATerminalOrThroughJsonHasQuitNormally() throws InterruptedException {
        TextRun plain = plain("hi").leaving(1);
        plain.lines(new PeerAppeared(ALI));
        assertEquals(0, plain.exitStatus());
        TextRun json = TextRun.json("{\"do\":\"quit\"}").leaving(1);
        json.lines();
        assertEquals(0, json.exitStatus());
    }

    private static void assertShows(String expected, Event... events) throws InterruptedException {
        assertEquals(expected, text(plain().lines(events)));
    }

    private static String text(List<String> lines) {
        assertTrue(lines.stream().allMatch(line -> line.chars().noneMatch(Character::isISOControl)), lines.toString());
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
