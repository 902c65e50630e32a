package lanline.core.dialect;

import java.util.List;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.LanInterface;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;

/** How some system says things. Immutable. */
public interface Dialect {
    /** What its programs speak. */
    Speaks speaks();

    /** Reads an announcement: {@code from} is the datagram's source, which alone is believed. */
    Recognition recognise(Endpoint from, Bytes datagram);

    /** Cuts a text into the parts that this dialect can carry, in order; each is a message of its own. At least one. */
    List<SafeText> parts(SelfDescription self, Manner manner, SafeText text);

    /** A dialect that announces us; several may share a port, then one datagram serves them all. */
    interface Announcing {
        /** What to send now on {@code on}: one datagram of at most 1,024 bytes. */
        Bytes announcement(SelfDescription self, LanInterface on);

        /** The same for one host alone, by {@code from} as far as is known; it may be asked to answer in kind ({@code decisions.md} 11). */
        Bytes unicastAnnouncement(SelfDescription self, LanInterface from, boolean asksForAnswer);
    }
}
