package lanline.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import lanline.core.event.UserCommand;
import lanline.core.event.UserCommand.AllowPlain;
import lanline.core.event.UserCommand.Block;
import lanline.core.event.UserCommand.ShowFingerprint;
import lanline.core.event.UserCommand.TrustKey;
import lanline.core.event.UserCommand.Unblock;
import lanline.core.event.UserCommand.Verify;
import lanline.core.model.Nickname;
import lanline.core.model.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTableTest {
    private static final Tag TAG = new Tag("t");

    private static Typed read(String line) {
        return CommandLine.parse(line, new Names(Nickname.fromPeer("ece"), List.of("ali", "Ann Mary")), TAG);
    }

    private static void means(UserCommand command, String line) {
        assertEquals(new Typed.Do(command), read(line));
    }

    @Test
    void verifyTakesAPersonAndAnAnswerEachOfWhichMayBeLeftOut() {
        means(new Verify(TAG, "ali", Optional.empty()), "/verify ali");
        means(new Verify(TAG, "Ann Mary", Optional.of(true)), "/verify Ann Mary yes");
        means(new Verify(TAG, "yes", Optional.of(false)), "/verify \"yes\" no");
        means(new Verify(TAG, "", Optional.of(false)), "/verify no");
        means(new Verify(TAG, "", Optional.empty()), "/verify");
    }

    @Test
    void aKeyIsTakenByNameAndItsFirstSigns() {
        means(new TrustKey(TAG, "Ann Mary", "q3fk7x2a"), "/trust Ann Mary q3fk7x2a");
        means(new TrustKey(TAG, "ali", "q3fk7x2a"), "/trust ali q3fk7x2a");
    }

    @ParameterizedTest
    @CsvSource({"/trust", "/trust ali", "/trust ali q3fk7x2", "/unblock", "/insecure"})
    void whatLacksIsSaid(String line) {
        assertEquals(Typed.Wrong.class, read(line).getClass());
    }

    @Test
    void theOthersTakeAName() {
        means(new ShowFingerprint(TAG, ""), "/fingerprint");
        means(new ShowFingerprint(TAG, "Ann Mary"), "/fingerprint Ann Mary");
        means(new Block(TAG, ""), "/block");
        means(new Block(TAG, "ali"), "/block ali");
        means(new Unblock(TAG, "ali"), "/unblock ali");
        means(new AllowPlain(TAG, "ali"), "/insecure ali");
    }
}
