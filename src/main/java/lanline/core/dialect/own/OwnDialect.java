package lanline.core.dialect.own;

import java.util.List;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.LanInterface;
import lanline.core.model.Speaks;
import lanline.core.text.SafeText;

/**
 * What Lanlines say to each other. Until the encrypted session exists, messages travel in {@code plain}, the course dialect's form
 * with Lanline's ids in it; only announcements are its own.
 */
public final class OwnDialect implements Dialect, Dialect.Announcing {
    private final Dialect plain;

    public OwnDialect(Dialect plain) {
        this.plain = plain;
    }

    @Override
    public Speaks speaks() {
        return Speaks.LANLINE;
    }

    @Override
    public Bytes announcement(SelfDescription self, LanInterface on) {
        return OwnAnnouncement.write(self, on, false);
    }

    @Override
    public Bytes unicastAnnouncement(SelfDescription self, LanInterface from) {
        return OwnAnnouncement.write(self, from, true);
    }

    @Override
    public Recognition recognise(Endpoint from, Bytes datagram) {
        return OwnAnnouncement.read(from, datagram);
    }

    @Override
    public PeerProtocol dial(Endpoint to, SelfDescription self, Manner manner) {
        return plain.dial(to, self, manner);
    }

    @Override
    public PeerProtocol accept(Endpoint from, Habits known) {
        return plain.accept(from, known);
    }

    @Override
    public List<SafeText> parts(SelfDescription self, Manner manner, SafeText text) {
        return plain.parts(self, manner, text);
    }
}
