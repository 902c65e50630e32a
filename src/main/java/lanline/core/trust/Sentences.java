package lanline.core.trust;

import java.util.List;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;
import lanline.core.model.Peer;
import lanline.core.model.Pin;

/** What is said about keys to people who have never heard of them: what happened, and what to do. */
final class Sentences {
    private Sentences() {}

    static String changed(Nickname name, LanlineId id) {
        return name + " uses another key than before. Either " + name + " has a new computer or a new home folder, or"
                + " somebody else uses the name. Ask " + name
                + " in another way whether /fingerprint there begins with "
                + id.hint() + "; if so: /trust " + name + " " + id.hint() + ". Nothing is sent until then.";
    }

    static String suspect(Peer older, Pin known) {
        boolean isNameAlike = Look.of(older.name()).isLike(Look.of(known.name()));
        String why = isNameAlike
                ? "the name is that of " + known.name() + ", who is known to have Lanline"
                : known.name() + ", who has Lanline, was known at this address";
        return older.name() + " at " + older.address() + " has an older program, which does not encrypt, but " + why
                + ": this may be somebody else. If anybody may read it: /insecure " + older.name()
                + " lets you write there until Lanline ends.";
    }

    static String compare(Nickname name, List<String> words) {
        return "Do you and " + name + " see the same six words?  " + String.join("  ", words)
                + "  Read them to each other by voice, not in this chat. All six the same: /verify " + name
                + " yes. If one differs: /verify " + name + " no.";
    }

    static String asked(Nickname name, List<String> words) {
        return name + " wants to make sure that nobody is between you. " + compare(name, words);
    }

    static String otherAgreed(Nickname name, List<String> words) {
        return name + " has said that the words are the same. " + compare(name, words);
    }

    static String agreed(Nickname name) {
        return "You said that the words are the same. " + name + " still has to say so there.";
    }

    static String verified(Nickname name) {
        return name + " is verified: only " + name
                + " can read what you write, and what comes from this key comes from " + name
                + ". You will be told if the key ever changes.";
    }

    static String differHere(Nickname name) {
        return "You said that the words differ: " + name + " is not verified, and somebody may be reading along."
                + " Write nothing secret. /verify " + name + " compares again, with new words.";
    }

    static String differThere(Nickname name) {
        return name + " has said that the words differ: " + name + " is not verified, and somebody may be reading"
                + " along. Write nothing secret. /verify " + name + " compares again, with new words.";
    }

    static String broken(Nickname name) {
        return "The comparison with " + name + " came apart: the two programs do not fit together, or somebody is"
                + " between you. Nothing is verified. /verify " + name + " tries again.";
    }

    static String stopped(Nickname name) {
        return name + " has stopped comparing; nothing has changed. /verify " + name + " begins again.";
    }

    static String stoppedHere(Nickname name) {
        return "You stopped comparing with " + name + "; nothing has changed. /verify " + name + " begins again.";
    }

    static String cut(Nickname name) {
        return "The connection to " + name + " ended while you compared; nothing has changed. /verify " + name
                + " begins again when " + name + " is back.";
    }

    static String late(Nickname name) {
        return "Comparing with " + name + " took too long and has ended; nothing has changed. /verify " + name
                + " begins again.";
    }

    static String waiting(Nickname name) {
        return "Asking the program of " + name + " for words to compare …";
    }
}
