package lanline.core.dialect.own;

import java.util.List;
import java.util.stream.Stream;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.TextParts;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.core.model.LanInterface;
import lanline.core.model.Speaks;
import lanline.core.secure.IdentityKeyPair;
import lanline.core.text.SafeText;

/** What Lanlines say to each other outside of their sessions, which alone carry messages: announcements. Immutable. */
public final class OwnDialect implements Dialect, Dialect.Announcing {
    /** A session carries so many bytes of UTF-8 in one message ({@code security.md} section 3). */
    public static final int LONGEST_MESSAGE = 8_192;

    private final IdentityKeyPair key;

    /** {@code key}: signs our announcements. */
    public OwnDialect(IdentityKeyPair key) {
        this.key = key;
    }

    @Override
    public Speaks speaks() {
        return Speaks.LANLINE;
    }

    @Override
    public Bytes announcement(SelfDescription self, LanInterface on) {
        return OwnAnnouncement.write(self, key, List.of(on.address()), false);
    }

    @Override
    public Bytes unicastAnnouncement(SelfDescription self, LanInterface from, boolean asksForAnswer) {
        Stream<HostAddress> others = self.networks().stream()
                .filter(network -> !network.isLoopback())
                .map(LanInterface::address);
        List<HostAddress> addresses = Stream.concat(Stream.of(from.address()), others)
                .distinct()
                .limit(OwnAnnouncement.MOST_ADDRESSES)
                .toList();
        return OwnAnnouncement.write(self, key, addresses, asksForAnswer);
    }

    @Override
    public Recognition recognise(Endpoint from, Bytes datagram) {
        return OwnAnnouncementReader.read(from, datagram);
    }

    @Override
    public List<SafeText> parts(SelfDescription self, Manner manner, SafeText text) {
        return TextParts.cut(text, LONGEST_MESSAGE);
    }
}
