package lanline.app;

import java.util.Optional;
import lanline.core.model.Nickname;
import lanline.core.model.Setting;

/** Which name this run goes by: the one on the command line, else the stored one; else somebody has to be asked. */
record Names(Options options, Session session) {
    private static final String NOBODY = "guest";

    Optional<Nickname> known() {
        return options.person()
                .name()
                .or(() -> session.settings().value(Setting.NAME).flatMap(Nickname::parse));
    }

    /** The login name: proposed to who is asked, taken where nobody can be. */
    static Nickname proposed() {
        return Nickname.parse(System.getProperty("user.name", NOBODY)).orElseGet(() -> Nickname.fromPeer(NOBODY));
    }
}
