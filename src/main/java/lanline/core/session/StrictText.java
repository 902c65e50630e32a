package lanline.core.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import lanline.core.model.Bytes;

/** UTF-8 that is nothing else. */
final class StrictText {
    private static final char REPLACEMENT = '\uFFFD';

    private StrictText() {}

    /** The lenient decoder, which is several times as fast, leaves a trace of all that the strict one refuses. */
    static String decode(Bytes utf8) throws BrokenException {
        String text = utf8.toText();
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(utf8);
    }

    private static String decodeStrictly(Bytes utf8) throws BrokenException {
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
