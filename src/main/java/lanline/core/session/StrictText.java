package lanline.core.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import lanline.core.model.Bytes;

/** UTF-8 that is nothing else. */
final class StrictText {
    private StrictText() {}

    static String decode(Bytes utf8) throws BrokenException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8.toArray()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new BrokenException("a text that is no UTF-8");
        }
    }
}
