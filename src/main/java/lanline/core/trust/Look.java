package lanline.core.trust;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import lanline.core.model.Nickname;
import lanline.core.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What a name looks like, over Latin, Greek and Cyrillic: two names that a person could take for each other share one of the two forms.
 *
 * @param drawn each sign as the Latin letter that it resembles as it stands, without accents and case
 * @param folded the name itself without accents and case: the same letters in capitals may resemble others
 */
record Look(String drawn, String folded) {
    /** What resembles the letter before the colon. Letters that only differ in case or accents need no place here; l and 1 resemble i. */
    private static final String[] ALIKE = {
        "a:АаΑαɑᴀ",
        "b:ВвΒβЬьßʙƄ",
        "c:СсϹϲᴄς",
        "d:Ԁԁđðɗᴅ",
        "e:ЕеΕεєЄɛᴇəӘә",
        "f:ƒϜꜰ",
        "g:ɡɢԌ",
        "h:НнΗҺһħʜ",
        "i:lIıІіΙι1|ӀӏłŁɩǀɪʟ",
        "j:ЈјͿϳᴊ",
        "k:КкΚκĸᴋҚқ",
        "m:МмΜᴍ",
        "n:ΝηПпŋɴ",
        "o:ОоΟοσ0øөӨѲѳΘθᴏօ",
        "p:РрΡρþᴘ",
        "q:Ԛԛɋ",
        "r:Ггʀᴦ",
        "s:ЅѕꜱƧ",
        "t:ТтΤτŧᴛ",
        "u:υμµʋᴜսЦц",
        "v:νѴѵᴠ",
        "w:ωԜԝᴡѡɯШш",
        "x:ХхΧχҲҳ",
        "y:УуΥγҮүʏ",
        "z:Ζᴢʐ",
        "3:ЗзӠӡƷʒ",
        "6:бБ",
        "г:Γ",
        "л:ЛлΛλ",
        "д:ДдΔδ",
        "ф:ФфΦφ",
        "-:‐‑‒–—−_"
    };

    private static final Map<Integer, String> DRAWN = table();

    private static Map<Integer, String> table() {
        Map<Integer, String> drawn = new HashMap<>();
        for (String row : ALIKE) {
            row.substring(2).codePoints().forEach(sign -> drawn.put(sign, row.substring(0, 1)));
        }
        drawn.put((int) 'æ', "ae");
        drawn.put((int) 'ӕ', "ae");
        drawn.put((int) 'œ', "oe");
        return drawn;
    }

    static Look of(Nickname name) {
        StringBuilder drawn = new StringBuilder();
        String bare = withoutAccents(name.toString());
        bare.codePoints().forEach(sign -> drawn.append(resembled(sign)));
        // The last letter of a Greek word has a form of its own, in small letters only.
        String folded = Folding.fold(name.toString()).replace('ς', 'σ');
        return new Look(drawn.toString(), folded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Look that && drawn.equals(that.drawn) && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return 31 * drawn.hashCode() + folded.hashCode();
    }

    boolean isLike(Look other) {
        return drawn.equals(other.drawn) || folded.equals(other.folded);
    }

    private static String withoutAccents(String name) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(sign -> !isMark(sign))
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isMark(int sign) {
        int type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Digits of other scripts are digits; capitals that resemble nothing are small letters that may. */
    private static String resembled(int sign) {
        int digit = Character.digit(sign, 10);
        int plain = digit >= 0 ? '0' + digit : sign;
        String asItStands = DRAWN.get(plain);
        if (asItStands != null) {
            return asItStands;
        }
        int small = Character.isWhitespace(plain) ? ' ' : Character.toLowerCase(plain);
        return DRAWN.getOrDefault(small, Character.toString(small));
    }
}
