package lanline.core.model;

import java.util.Locale;

/** How present a peer is, from what was heard of it: away is its own word or its silence, gone is off the list. */
public enum Presence {
    ONLINE,
    BUSY,
    AWAY,
    GONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
