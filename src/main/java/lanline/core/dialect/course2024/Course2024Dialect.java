package lanline.core.dialect.course2024;

import java.util.List;
import java.util.Optional;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.TextParts;
import lanline.core.dialect.json.CourseAnnouncement;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.Habits.Coding;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.text.SafeText;

/** The course chat of 2024 and 2025, read tolerantly and spoken strictly ({@code wire.md} section 1). */
public final class Course2024Dialect implements LinkDialect {
    /** They announce every 8 s; two and a half of those, as for everybody ({@code decisions.md} 14). */
    private static final long ONLINE_MILLIS = 20_000;

    private final int tcpPort;

    /** {@code tcpPort}: where these programs listen, 6001 unless the whole network agreed otherwise. */
    public Course2024Dialect(int tcpPort) {
        this.tcpPort = tcpPort;
    }

    @Override
    public Speaks speaks() {
        return Speaks.COURSE_2024;
    }

    @Override
    public Recognition recognise(Endpoint from, Bytes datagram) {
        try {
            return CourseAnnouncement.read(datagram)
                    .<Recognition>map(said -> seen(from, said))
                    .orElse(Recognition.NOT_MINE);
        } catch (MalformedJsonException wrong) {
            return new Recognition.Malformed(SafeText.line(wrong.getMessage()));
        }
    }

    private Recognition seen(Endpoint from, CourseAnnouncement said) {
        Endpoint reach = new Endpoint(from.host(), tcpPort);
        return new Recognition.Seen(
                new Sighting(Optional.empty(), said.name(), reach, Status.ONLINE, ONLINE_MILLIS, false, habits(said)));
    }

    /** A program that has a uuid of its own writes and reads base64. */
    private static Habits habits(CourseAnnouncement said) {
        return said.hasUuid() ? Habits.UNKNOWN.withCoding(Coding.BASE64) : Habits.UNKNOWN;
    }

    @Override
    public PeerProtocol dial(Endpoint to, SelfDescription self, Manner manner) {
        return manner.security() == Security.WEAK
                ? new WeakLink(self, manner.habits())
                : CourseLink.dialled(self, manner.habits());
    }

    @Override
    public PeerProtocol accept(Endpoint from, Habits known) {
        return CourseLink.accepted(known);
    }

    @Override
    public List<SafeText> parts(SelfDescription self, Manner manner, SafeText text) {
        return manner.security() == Security.WEAK
                ? TextParts.cut(text, EncryptedMessage.roomForText())
                : TextParts.cutForJson(text, CourseMessage.roomForText(self, manner.habits()));
    }
}
