package lanline.core.dialect;

import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.text.SafeText;

/** How some system says things. Immutable; a protocol object holds what one link needs to remember. */
public interface Dialect extends Listening {
    /** Reads an announcement: {@code from} is the datagram's source, which alone is believed. */
    Recognition recognise(Endpoint from, Bytes datagram);

    /** The protocol on a link that we dial to {@code to} to say something as {@code self}, in {@code manner}. */
    PeerProtocol dial(Endpoint to, SelfDescription self, Manner manner);

    /** True if its programs keep a link for as long as they know each other, and take its end for a good-bye. */
    default boolean keepsLinks() {
        return false;
    }

    /** Cuts a text into the parts that this dialect can carry, in order; each is a message of its own. At least one. */
    List<SafeText> parts(SelfDescription self, Manner manner, SafeText text);

    /** A dialect that announces us; several may share a port, then one datagram serves them all. */
    interface Announcing {
        /** What to send now on {@code on}: one datagram of at most 1,024 bytes. */
        Bytes announcement(SelfDescription self, LanInterface on);

        /** The same for one host alone, which is asked to answer in kind ({@code decisions.md} 11). */
        Bytes unicastAnnouncement(SelfDescription self, LanInterface from);
    }
}
