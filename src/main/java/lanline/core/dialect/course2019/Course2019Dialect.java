package lanline.core.dialect.course2019;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.Manner;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.Recognition;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.Sighting;
import lanline.core.dialect.TextParts;
import lanline.core.dialect.json.CourseAnnouncement;
import lanline.core.dialect.json.JsonText;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.Habits;
import lanline.core.model.LanInterface;
import lanline.core.model.Speaks;
import lanline.core.model.Status;
import lanline.core.text.SafeText;

/** The course chat of 2019: JSON announces, raw text is a message ({@code wire.md} section 2). */
public final class Course2019Dialect implements LinkDialect, Dialect.Announcing {
    /** They announce every 60 s; two and a half of those, as for everybody ({@code decisions.md} 14). */
    public static final long ONLINE_MILLIS = 150_000;

    /** Its programs receive once, so much. */
    private static final int LONGEST_MESSAGE = 1_024;

    private final int tcpPort;

    /** {@code tcpPort}: where these programs listen, 5001 unless the whole network agreed otherwise. */
    public Course2019Dialect(int tcpPort) {
        this.tcpPort = tcpPort;
    }

    @Override
    public Speaks speaks() {
        return Speaks.COURSE_2019;
    }

    @Override
    public Bytes announcement(SelfDescription self, LanInterface on) {
        ObjectNode datagram = JsonText.object();
        datagram.put("username", self.name().folded());
        datagram.put("ip_address", on.address().text());
        return JsonText.write(datagram);
    }

    /** Nobody is asked to answer in this dialect. */
    @Override
    public Bytes unicastAnnouncement(SelfDescription self, LanInterface from, boolean asksForAnswer) {
        return announcement(self, from);
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
        return new Recognition.Seen(new Sighting(
                Optional.empty(), said.name(), reach, Status.ONLINE, ONLINE_MILLIS, false, Habits.UNKNOWN));
    }

    @Override
    public PeerProtocol dial(Endpoint to, SelfDescription self, Manner manner) {
        return RawLink.dialled();
    }

    @Override
    public PeerProtocol accept(Endpoint from, Habits known) {
        return RawLink.accepted();
    }

    @Override
    public List<SafeText> parts(SelfDescription self, Manner manner, SafeText text) {
        return TextParts.cut(text, LONGEST_MESSAGE);
    }
}
