package lanline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.ConversationId;
import lanline.core.text.SafeText;
import lanline.edge.system.HomeFolder;
import lanline.edge.terminal.input.KeptInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts and earlier inputs on the disk. */
class TypedFileTest {
    private static final KeptInput ALI =
            new KeptInput(new ConversationId("ali@10.0.0.2"), "two\nlines, \"quoted\" 中文", List.of("/users", "hello"));
    private static final KeptInput BERK = new KeptInput(new ConversationId("berk-id"), "", List.of("hi"));

    @TempDir
    private Path folder;

    private Path file;
    private TypedFile typed;

    @BeforeEach
    void open() {
        typed = new TypedFile(new HomeFolder(folder, folder, true));
        file = folder.resolve("typed.jsonl");
    }

    private List<KeptInput> read() {
        TypedFile.Opened opened = typed.open(1);
        assertEquals(Optional.empty(), opened.notice());
        return opened.kept();
    }

    @Test
    void whatIsWrittenIsReadAgainInItsOrder() {
        assertEquals(Optional.empty(), typed.write(List.of(ALI, BERK)));
        assertEquals(List.of(ALI, BERK), read());
    }

    @Test
    void atTheFirstStartThereIsNothing() {
        assertEquals(List.of(), read());
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        typed.write(List.of(ALI));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void whereNothingIsTypedAnyMoreNothingIsKept() {
        typed.write(List.of(ALI));
        typed.write(List.of(new KeptInput(ALI.conversation(), "", List.of())));
        assertEquals(List.of(), read());
    }

    @Test
    void aDamagedLineIsToldAndTheOthersAreHere() throws IOException {
        typed.write(List.of(ALI, BERK));
        String whole = Files.readString(file);
        for (String damage : List.of(
                "{\"with\":\"x\",\"dra", "[]", "\0\0\0", "{\"with\":3}", "{}", "{\"with\":\"x\",\"inputs\":[1]}")) {
            Files.writeString(file, damage + "\n" + whole);
            TypedFile.Opened opened = typed.open(7);
            assertEquals(List.of(ALI, BERK), opened.kept(), damage);
            String notice = opened.notice().map(SafeText::value).orElse("");
            assertTrue(notice.contains("line 1 is damaged"), notice);
            assertTrue(notice.contains("typed.jsonl.damaged-7"), notice);
            assertFalse(Files.exists(file));
            assertEquals(damage + "\n" + whole, Files.readString(folder.resolve("typed.jsonl.damaged-7")));
            Files.delete(folder.resolve("typed.jsonl.damaged-7"));
        }
    }

    @Test
    void aFileThatIsNoneOfOursIsSetAside() throws IOException {
        Files.createDirectory(file);
        TypedFile.Opened opened = typed.open(7);
        assertEquals(List.of(), opened.kept());
        assertTrue(opened.notice().isPresent());
        assertEquals(Optional.empty(), typed.write(List.of(BERK)));
        assertEquals(List.of(BERK), read());
    }

    @Test
    void whatLaterVersionsAddIsNoDamage() throws IOException {
        Files.writeString(file, "{\"v\":[1,{}],\"with\":\"berk-id\",\"inputs\":[\"hi\"]}\n");
        assertEquals(List.of(BERK), read());
    }

    @Test
    void inputsThatAreTooManyAllTogetherGoWhereTheyAreLongestNotUsed() {
        List<KeptInput> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(new KeptInput(new ConversationId("p" + i), "", List.of("x".repeat(4_000))));
        }
        assertEquals(Optional.empty(), typed.write(many));
        assertEquals(many.subList(0, 262), read());
    }

    @Test
    void draftsThatAreTooLongAllTogetherAreTold() {
        List<KeptInput> many = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            many.add(new KeptInput(new ConversationId("p" + i), "x".repeat(128 * 1024), List.of()));
        }
        String told = typed.write(many).map(SafeText::value).orElse("");
        assertTrue(told.contains("the oldest drafts are not kept"), told);
        assertEquals(many.subList(0, 8), read());
    }

    @Test
    void whereTheHomeCannotBeWrittenNothingIsTriedAgain() {
        assertEquals(Optional.empty(), new TypedFile(new HomeFolder(folder, folder, false)).write(List.of(ALI)));
        assertEquals(List.of(), read());
    }

    @Test
    void theKeeperReadsFirstAndWritesAllAtItsEnd() {
        List<List<KeptInput>> read = new ArrayList<>();
        List<SafeText> told = new ArrayList<>();
        try (TypedKeeper keeper = new TypedKeeper(typed, told::add)) {
            keeper.open(1, read::add);
            keeper.keep(List.of(ALI));
            keeper.keep(List.of(ALI, BERK));
        }
        assertEquals(List.of(List.of()), read);
        assertEquals(List.of(ALI, BERK), read());
        assertEquals(List.of(), told);
    }
}
