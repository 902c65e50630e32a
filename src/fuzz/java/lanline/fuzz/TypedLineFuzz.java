package lanline.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lanline.core.command.CommandLine;
import lanline.core.command.Names;
import lanline.core.model.Nickname;
import lanline.core.model.Tag;
import lanline.core.text.SafeText;

/** What a person or a script types, and the cleaning that all text from outside goes through. */
class TypedLineFuzz {
    private static final Names NAMES = new Names(Nickname.fromPeer("ece"), List.of("ali"));

    @FuzzTest(maxDuration = "2m")
    void nothingMakesItThrow(byte[] input) {
        String line = new String(input, StandardCharsets.UTF_8);
        CommandLine.parse(line, NAMES, Tag.NONE);
        SafeText cleaned = SafeText.message(line);
        if (cleaned.value().codePoints().anyMatch(sign -> sign < ' ' && sign != '\n' || sign == 0x9B || sign == 0x7F)) {
            throw new AssertionError("a control character came through");
        }
    }
}
