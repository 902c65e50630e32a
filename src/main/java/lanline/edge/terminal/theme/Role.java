package lanline.edge.terminal.theme;

import java.util.Locale;

/** What a piece of the screen is; a theme says how it looks. The key in the file is the name in lower case with dots. */
public enum Role {
    BASE,
    BORDER,
    TITLE,
    TITLE_SECURITY,
    STATUS,
    STATUS_HINT,
    SIDEBAR,
    SIDEBAR_HEAD,
    SIDEBAR_CURRENT,
    SIDEBAR_UNREAD,
    PEER_ONLINE,
    PEER_BUSY,
    PEER_AWAY,
    PEER_OLDER,
    PEER_GONE,
    MESSAGE_TEXT,
    MESSAGE_TIME,
    MESSAGE_OWN,
    MESSAGE_MENTION,
    MESSAGE_FOUND,
    MESSAGE_MARK,
    MESSAGE_FAILED,
    MESSAGE_NOTICE,
    MESSAGE_TROUBLE,
    DAY,
    UNREAD,
    INPUT,
    INPUT_PROMPT,
    COMPLETION,
    POPUP,
    SELECTION,
    ERROR,
    WARNING,
    GOOD;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
