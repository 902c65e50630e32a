package lanline.fuzz;

import java.util.List;
import lanline.core.dialect.Output;
import lanline.core.dialect.PeerProtocol;
import lanline.core.dialect.SharedPort;
import lanline.core.dialect.course2019.Course2019Dialect;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.dialect.lab.LabDialect;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.model.Bytes;
import lanline.core.model.Endpoint;
import lanline.core.model.HostAddress;
import lanline.testing.Samples;

/** What all targets share: the dialects as the program has them, and how bytes of a stranger come in. */
final class Strangers {
    static final Endpoint FROM = new Endpoint(new HostAddress("10.0.0.9"), 40_000);
    static final Course2024Dialect COURSE = new Course2024Dialect(6_001);
    static final Course2019Dialect COURSE_2019 = new Course2019Dialect(5_001);
    static final LabDialect LAB = new LabDialect(5_001, () -> Samples.self("ece"), from -> List.of("12:00:00 hello"));
    static final OwnDialect OWN = new OwnDialect(Samples.key('1'));
    static final SharedPort SHARED = new SharedPort(COURSE_2019, COURSE, LAB);

    /** More from one piece of input is a way to make much of little. */
    private static final int MOST_OUTPUTS = 10_000;

    private Strangers() {}

    /** The first byte says how large the pieces are in which the rest comes; then silence, then the end. */
    static void speak(PeerProtocol protocol, byte[] input) {
        int piece = input.length == 0 ? 1 : 1 + (input[0] & 0xFF);
        int outputs = protocol.opened().size();
        for (int at = 1; at < input.length; at += piece) {
            List<Output> heard = protocol.receive(Bytes.copyOf(input, at, Math.min(input.length, at + piece)));
            outputs += heard.size();
            if (heard.stream().anyMatch(Output.Broken.class::isInstance)) {
                return;
            }
        }
        outputs += protocol.quiet().size() + protocol.inputEnded().size();
        if (outputs > MOST_OUTPUTS + input.length) {
            throw new AssertionError(outputs + " outputs of " + input.length + " bytes");
        }
    }
}
