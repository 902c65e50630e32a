package lanline.core.trust;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lanline.core.model.Nickname;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0410da",
                "Ad\u0430",
                "Ada\u200b",
                "adA\u202e",
                "ADA",
                "\u00c1d\u00e3",
                "\uff21\uff44\uff41",
                "\ud835\udc00\ud835\udc1d\ud835\udc1a",
                "\u0391da",
                "Ada\u034f",
                "A\u0501a",
            })
    void whateverLooksLikeAdaIsFound(String name) {
        assertTrue(isLike("Ada", name));
    }

    @ParameterizedTest
    @CsvSource({
        "Paul,PauI",
        "Paul,Pau1",
        "Bob,B0b",
        "\u041e\u043b\u044f,O\u043b\u044f",
        "Hina,\u041dina",
        "nina,\u03b7ina",
        "\u0397\u03bb\u03af\u03b1\u03c2,\u0397\u039b\u0399\u0391\u03a3",
        "I\u011eDIR,\u0131\u011fd\u0131r",
        "\u0420\u043e\u043c\u0430,Poma",
        "Ann-Mary,Ann\u2010Mary",
        "Ann Mary,Ann\u2003Mary",
        "ali_2,ali-2",
        "\u0441\u0430\u0448\u0430,\u0421\u0410\u0428\u0410",
        "3\u03c10,3p\u041e",
    })
    void namesThatAPersonCouldConfoundLookAlike(String one, String other) {
        assertTrue(isLike(one, other));
        assertTrue(isLike(other, one));
    }

    @ParameterizedTest
    @CsvSource({"Ada,Adam", "Ali,Ela", "Hana,Nana", "Bob,Rob", "Mia,Nia", "Ann Mary,AnnMary", "\u0410\u043d\u044f,Ada"})
    void namesThatDifferAreNotConfounded(String one, String other) {
        assertFalse(isLike(one, other));
    }

    private static boolean isLike(String one, String other) {
        return Look.of(Nickname.fromPeer(one)).isLike(Look.of(Nickname.fromPeer(other)));
    }
}
