package lanline.edge.text;

import lanline.core.model.Tag;

/** Which command an answer belongs to: its word, a colon, and the script's own tag make up the tag that travels. */
final class Kind {
    private Kind() {}

    static Tag tag(String word, String own) {
        return new Tag(word + ":" + own);
    }

    /** The word; empty where it is no command, or the tag is not from here. */
    static String of(Tag tag) {
        int colon = tag.text().indexOf(':');
        return tag.isInternal() || colon < 0 ? "" : tag.text().substring(0, colon);
    }

    /** What the script attached, or an empty text. */
    static String own(Tag tag) {
        int colon = tag.text().indexOf(':');
        return tag.isInternal() || colon < 0 ? "" : tag.text().substring(colon + 1);
    }
}
