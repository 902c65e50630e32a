package lanline.core.model;

import java.util.Locale;

/** How present a peer is, from what was heard of it: away is its own word or its silence, gone is off the list. The most present first. */
public enum Presence {
    ONLINE,
    BUSY,
    /** A Lanline that says it is here, and with which no session stands: it has proven nothing yet. */
    ANNOUNCED,
    AWAY,
    GONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
