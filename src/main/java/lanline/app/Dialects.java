package lanline.app;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import lanline.core.dialect.Dialect;
import lanline.core.dialect.LinkDialect;
import lanline.core.dialect.SelfDescription;
import lanline.core.dialect.SharedPort;
import lanline.core.dialect.course2019.Course2019Dialect;
import lanline.core.dialect.course2024.Course2024Dialect;
import lanline.core.dialect.lab.LabDialect;
import lanline.core.dialect.own.OwnDialect;
import lanline.core.model.HostAddress;
import lanline.core.model.Speaks;
import lanline.core.secure.IdentityKeyPair;

/** Everything that is spoken here; {@code shared}: the chooser among those of the older ports. */
record Dialects(
        OwnDialect own, Course2024Dialect course, Course2019Dialect course2019, LabDialect lab, SharedPort shared) {
    /** {@code history}: what a lab program that asks from an address may be told. */
    static Dialects at(
            ChatCore.Ports ports,
            Supplier<SelfDescription> self,
            Function<HostAddress, List<String>> history,
            IdentityKeyPair key) {
        Course2024Dialect course = new Course2024Dialect(ports.tcp());
        Course2019Dialect course2019 = new Course2019Dialect(ports.tcpOf(Speaks.COURSE_2019));
        LabDialect lab = new LabDialect(ports.tcpOf(Speaks.LAB), self, history);
        return new Dialects(new OwnDialect(key), course, course2019, lab, new SharedPort(course2019, course, lab));
    }

    Dialect of(Speaks speaks) {
        return speaks == Speaks.LANLINE ? own : ofLinks(speaks);
    }

    /** How those are spoken to that have no sessions; a Lanline never is, whatever else fails. */
    LinkDialect ofLinks(Speaks speaks) {
        return switch (speaks) {
            case COURSE_2019 -> course2019;
            case LAB -> lab;
            case COURSE_2024, HUB -> course;
            case LANLINE -> throw new IllegalArgumentException("a Lanline is spoken to in sessions alone");
        };
    }
}
