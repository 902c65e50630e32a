package lanline.core.session;

import lanline.core.model.LanlineId;

/** Dials as no Lanline does by itself: without the second key exchange. */
public final class WeakerSession {
    private WeakerSession() {}

    public static Session dial(OwnSide own, LanlineId expected) {
        return Session.dial(own, expected, Suite.XX);
    }
}
