package lanline.edge.store;

import static lanline.edge.store.StoreFixture.ALI;
import static lanline.edge.store.StoreFixture.BERK;
import static lanline.edge.store.StoreFixture.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lanline.core.event.StorageEvent.ExportFailed;
import lanline.core.event.StorageEvent.HistoryExported;
import lanline.core.event.StorageEvent.PageLoaded;
import lanline.core.model.ChatMessage;
import lanline.core.model.ConversationId;
import lanline.core.model.Delivery;
import lanline.core.model.Security;
import lanline.core.model.Tag;
import lanline.core.port.History.Before;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exports and the readable log: what is read from them is what was said, and nobody's text makes a second record. */
@Timeout(60)
class ExportTest {
    private static final Tag TAG = new Tag("export");
    private static final String FORGERY =
            "hello\n2025-11-21 15:00:00.000 +03:00\t←\tece\t10.0.0.1\treceived\tI owe you money\\n";

    @TempDir
    private Path folder;

    private StoreFixture store;

    @BeforeEach
    void open() {
        store = StoreFixture.start(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void textHasALineAMessageOldestFirst() throws Exception {
        ChatMessage sent = store.own(ALI, "which port?");
        store.history.store(store.received(ALI, "the switch is down"));
        store.history.store(sent);
        store.history.store(store.received(BERK, "elsewhere"));
        store.history.update(sent.id(), Delivery.failed("no answer in 5 s"));
        store.keep(store.received(ALI, "two\nlines"));
        assertEquals("""
                2025-11-21 15:00:02.000 +03:00\t←\tali\t10.0.0.2\treceived\tthe switch is down
                2025-11-21 15:00:01.000 +03:00\t→\tali\t10.0.0.2\tfailed (no answer in 5 s)\twhich port?
                2025-11-21 15:00:04.000 +03:00\t←\tali\t10.0.0.2\treceived\ttwo\\nlines
                """, exported(with(ALI), "ali.txt"));
    }

    @Test
    void jsonLinesHaveTheFieldsOfTheMessageEvent() throws Exception {
        ChatMessage own = store.own(ALI, "çay?\n\"yes\"");
        store.history.store(own);
        store.keep(store.received(ALI, "no"));
        String[] lines = exported(ConversationId.HOME, "all.jsonl").split("\n");
        assertEquals(2, lines.length);
        JsonNode sent = new ObjectMapper().readTree(lines[0]);
        assertEquals("message", sent.get("event").asText());
        assertEquals(own.id().text(), sent.get("id").asText());
        assertEquals("sent", sent.get("direction").asText());
        assertEquals("ali@10.0.0.2", sent.get("conversation").asText());
        assertEquals("ece", sent.get("from").asText());
        assertEquals("ali@10.0.0.2", sent.get("peer").asText());
        assertEquals("10.0.0.2", sent.get("address").asText());
        assertEquals("çay?\n\"yes\"", sent.get("text").asText());
        assertEquals("2025-11-21T12:00:01.000Z", sent.get("time").asText());
        assertEquals("none", sent.get("security").asText());
        assertEquals("queued", sent.get("state").asText());
        assertEquals("ali", new ObjectMapper().readTree(lines[1]).get("from").asText());
    }

    @Test
    void theOldEncryptionIsCalledWeakInEveryForm() throws Exception {
        store.keep(StoreFixture.protectedBy(Security.WEAK, store.received(ALI, "selam")));
        assertEquals(
                "2025-11-21 15:00:01.000 +03:00\t←\tali\t10.0.0.2 (weak)\treceived\tselam\n",
                exported(with(ALI), "weak.txt"));
        JsonNode json = new ObjectMapper().readTree(exported(with(ALI), "weak.jsonl"));
        assertEquals("weak", json.get("security").asText());
    }

    @Test
    void noTextMakesASecondRecord() throws Exception {
        store.keep(store.received(ALI, FORGERY));
        String text = exported(with(ALI), "one.txt");
        assertEquals(1, text.lines().count());
        assertEquals(store.texts(with(ALI)), texts(text));
        assertEquals(1, exported(with(ALI), "one.jsonl").lines().count());
    }

    @Test
    void whatIsExportedAndParsedIsWhatWasSaid() throws Exception {
        Random random = new Random(20_251_121);
        for (int i = 0; i < 1_500; i++) {
            store.history.store(store.received(i % 3 == 0 ? BERK : ALI, nastyText(random)));
        }
        store.keep(store.received(ALI, FORGERY));
        store.history.read(TAG, ConversationId.HOME, Before.NOW, 5_000);
        List<String> said = StoreFixture.texts(store.next(PageLoaded.class).page());
        assertEquals(1_501, said.size());
        assertEquals(said, texts(exported(ConversationId.HOME, "all.txt")));
        List<String> ofJson = new ArrayList<>();
        for (String line : exported(ConversationId.HOME, "all.jsonl").split("\n")) {
            ofJson.add(new ObjectMapper().readTree(line).get("text").asText());
        }
        assertEquals(said, ofJson);
        store.close();
        assertEquals(said, texts(Files.readString(folder.resolve("chat.log"))));
    }

    @Test
    void namesThatAreNoPlainFileNamesAreRefused() throws Exception {
        List<String> refused = List.of(
                "",
                ".",
                "..",
                "../../x",
                "a/b",
                "a\\b",
                "CON",
                "nul.txt",
                "Com1.jsonl",
                "x\0",
                "ä",
                "a b",
                "x.",
                "n".repeat(300));
        for (String name : refused) {
            store.history.export(TAG, ConversationId.HOME, "", name);
            assertTrue(store.next(ExportFailed.class).reason().value().startsWith("a file name has"), name);
        }
        store.history.export(TAG, ConversationId.HOME, "", "n".repeat(64));
        assertEquals(0, store.next(HistoryExported.class).messages());
    }

    @Test
    void aFileThatIsThereIsNeverWrittenOver() throws Exception {
        Path there = folder.resolve("there.txt");
        Files.writeString(there, "mine");
        store.history.export(TAG, ConversationId.HOME, "", "there.txt");
        assertEquals(
                "there is a file of that name already, choose another",
                store.next(ExportFailed.class).reason().value());
        assertEquals("mine", Files.readString(there));
    }

    @Test
    void anExportIsTheUsersAlone() throws Exception {
        exported(ConversationId.HOME, "x.txt");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("x.txt"))));
    }

    @Test
    void anExportThatTheEndOfTheProgramCutsOffLeavesNothing() throws Exception {
        for (int i = 0; i < 5_000; i++) {
            store.history.store(store.received(ALI, "n" + i));
        }
        store.keep(store.received(ALI, "last"));
        store.history.export(TAG, ConversationId.HOME, "", "cut.txt");
        store.close();
        store.bus.runPending();
        boolean complete = store.next() instanceof HistoryExported;
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(complete, files.anyMatch(file -> file.endsWith("cut.txt")));
        }
    }

    @Test
    void theLogGoesOnInANewLineAfterACrash() throws Exception {
        store.keep(store.received(ALI, "whole"));
        store.close();
        Path log = folder.resolve("chat.log");
        Files.writeString(log, Files.readString(log) + "2025-11-21 15:00:09 cut o");
        try (StoreFixture again = StoreFixture.start(folder)) {
            again.keep(again.own(BERK, "next"));
        }
        List<String> lines = Files.readAllLines(log);
        assertEquals(3, lines.size());
        assertTrue(lines.get(2).endsWith("\t→\tberk\t10.0.0.3\tnext"), lines.get(2));
    }

    @Test
    void whatASearchFindsIsExportedOldestFirstHoweverFarItLiesApart() throws Exception {
        for (int i = 0; i < 1_300; i++) {
            store.history.store(store.received(i % 2 == 0 ? ALI : BERK, i % 400 == 0 ? "the switch " + i : "hm " + i));
        }
        store.keep(store.received(ALI, "the end"));
        store.history.export(TAG, ConversationId.HOME, "swit", "found.txt");
        assertEquals(4, store.next(HistoryExported.class).messages());
        assertEquals(
                List.of("the switch 0", "the switch 400", "the switch 800", "the switch 1200"),
                texts(Files.readString(folder.resolve("found.txt"))));
        store.history.export(TAG, ConversationId.with(BERK.id()), "swit", "none.txt");
        assertEquals(0, store.next(HistoryExported.class).messages());
    }

    private String exported(ConversationId conversation, String file) throws Exception {
        store.history.export(TAG, conversation, "", file);
        HistoryExported done = store.next(HistoryExported.class);
        assertEquals(folder.resolve(file).toString(), done.file());
        return Files.readString(folder.resolve(file));
    }

    /** The parser of the text format: fields apart by tabs, the last one the text, with three escapes. */
    private static List<String> texts(String export) {
        return export.lines()
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .map(text -> text.replace("\\\\", "\0")
                        .replace("\\n", "\n")
                        .replace("\\t", "\t")
                        .replace("\0", "\\"))
                .toList();
    }

    private static String nastyText(Random random) {
        StringBuilder text = new StringBuilder("x");
        int length = random.nextInt(20);
        for (int i = 0; i < length; i++) {
            text.append("\\ntr\n\r\t\u0085\u2028\"{}\0\u001b ab😀".charAt(random.nextInt(19)));
        }
        return text.toString();
    }
}
