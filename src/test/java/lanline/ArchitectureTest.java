package lanline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The map of the code, as the README draws it: who may import whom, and who may touch which device. */
class ArchitectureTest {
    private static final JavaClasses LANLINE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("lanline");

    private static final String JACKSON = "com.fasterxml.jackson..";

    /** What any package of core may import, beside what the map below names for it. */
    private static final List<String> EVERYWHERE = List.of(
            "java.lang..", "java.util..", "java.time..", "java.text..", "java.math..", "java.nio", "org.jspecify..");

    /** Each package of core, with the packages and libraries that it may import; "core." is left out of the names. */
    private static final String[][] CORE = {
        {"text", "java.nio.charset.."},
        {"model", "text", "java.nio.charset.."},
        {"event", "model", "text"},
        {"port", "model", "text"},
        {
            "secure",
            "port",
            "model",
            "text",
            "java.nio.charset..",
            "java.security..",
            "javax.crypto..",
            "org.bouncycastle.."
        },
        {
            "secure.noise",
            "port",
            "model",
            "text",
            "java.nio.charset..",
            "java.security..",
            "javax.crypto..",
            "javax.security.auth",
            "org.bouncycastle.."
        },
        {"secure.weak", "model", "text", "java.nio.charset..", "java.security..", "javax.crypto.."},
        {"dialect", "model", "text", "java.nio.charset..", JACKSON},
        {"dialect.json", "model", "text", "java.nio.charset..", JACKSON},
        {"dialect.own", "dialect", "dialect.json", "secure", "model", "text", "java.nio.charset..", JACKSON},
        {"dialect.course2024", "dialect", "dialect.json", "secure.weak", "model", "text", "java.nio.charset..", JACKSON
        },
        {"dialect.course2019", "dialect", "dialect.json", "secure", "model", "text", "java.nio.charset..", JACKSON},
        {"dialect.lab", "dialect", "dialect.json", "secure", "model", "text", "java.nio.charset..", JACKSON},
        {"dialect.hub1337", "dialect", "dialect.json", "secure", "model", "text", "java.nio.charset..", JACKSON},
        {"session", "secure", "secure.noise", "port", "model", "text", "java.nio.charset.."},
        {"link", "event", "port", "dialect", "session", "model", "text"},
        {"trust", "event", "port", "session", "secure", "model", "text", "java.nio.charset.."},
        {"presence", "event", "port", "dialect", "model", "text"},
        {"conversation", "link", "event", "port", "dialect", "model", "text"},
        {"room", "event", "port", "dialect", "model", "text"},
        {"hub", "event", "port", "dialect", "model", "text"},
        {"preference", "event", "model", "text"},
        {"screen", "port", "event", "dialect", "secure", "model", "text"},
        {"command", "event", "model", "text"},
    };

    @TestFactory
    Stream<DynamicTest> eachPackageOfCoreImportsOnlyWhatTheMapAllows() {
        return Arrays.stream(CORE)
                .map(row ->
                        DynamicTest.dynamicTest(row[0], () -> importsOnly(row).check(LANLINE)));
    }

    private static ArchRule importsOnly(String[] row) {
        List<String> allowed = new ArrayList<>(EVERYWHERE);
        Arrays.stream(row)
                .map(name -> isOurs(name) ? "lanline.core." + name : name)
                .forEach(allowed::add);
        return classes()
                .that()
                .resideInAPackage("lanline.core." + row[0])
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(describe(
                                "arrays of primitives",
                                type -> type.getBaseComponentType().isPrimitive())))
                .allowEmptyShould(true);
    }

    private static boolean isOurs(String name) {
        return Arrays.stream(CORE).anyMatch(row -> row[0].equals(name));
    }

    @Test
    void everyPackageOfCoreIsOnTheMap() {
        String[] known =
                Arrays.stream(CORE).map(row -> "lanline.core." + row[0]).toArray(String[]::new);
        holds(classes().that().resideInAPackage("lanline.core..").should().resideInAnyPackage(known));
    }

    @Test
    void coreHasNoDeviceNoThreadNoClockAndNoRandomness() {
        holds(noClasses()
                .that()
                .resideInAPackage("lanline.core..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net..", "java.sql..", "java.nio.file..", "java.nio.channels..", "java.io..")
                        .and(not(describe("the exceptions and readers of parsers", ArchitectureTest::isOnlyAName)))
                        .or(describe("threads and timers", ArchitectureTest::isThreadOrTimer))
                        .or(describe("randomness", ArchitectureTest::isRandomSource))
                        .or(describe("the clock", type -> type.isEquivalentTo(Clock.class)))));
        holds(noClasses()
                .that()
                .resideInAPackage("lanline.core..")
                .should()
                .accessTargetWhere(describe(
                        "reads the clock or makes an unseeded random source", ArchitectureTest::readsTheWorld)));
    }

    /** A checked exception that Jackson declares, and the serialisation marker of records and enums. */
    private static boolean isOnlyAName(JavaClass type) {
        return Set.of("java.io.IOException", "java.io.UncheckedIOException", "java.io.Serializable")
                .contains(type.getName());
    }

    private static boolean isThreadOrTimer(JavaClass type) {
        return Set.of("java.lang.Thread", "java.lang.ThreadLocal", "java.lang.Process", "java.lang.ProcessBuilder")
                        .contains(type.getName())
                || Set.of(
                                "java.util.Timer",
                                "java.util.concurrent.CompletableFuture",
                                "java.util.concurrent.ForkJoinPool")
                        .contains(type.getName())
                || type.getName().startsWith("java.util.concurrent.")
                        && type.getName().contains("Execut");
    }

    /** {@code RandomGenerator} is the port: it is given, never made. */
    private static boolean isRandomSource(JavaClass type) {
        return Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom")
                        .contains(type.getName())
                || type.isEquivalentTo(ThreadLocalRandom.class);
    }

    private static boolean readsTheWorld(JavaAccess<?> access) {
        String method = access.getName();
        JavaClass owner = access.getTargetOwner();
        boolean now = method.equals("now")
                && Stream.of(Instant.class, LocalDate.class, LocalTime.class, LocalDateTime.class, ZonedDateTime.class)
                        .anyMatch(owner::isEquivalentTo);
        boolean system = owner.isEquivalentTo(System.class)
                && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "exit")
                        .contains(method);
        boolean random = owner.isEquivalentTo(Math.class) && method.equals("random")
                || owner.getName().equals("java.util.UUID") && method.equals("randomUUID")
                || owner.getName().equals("java.util.random.RandomGenerator") && method.equals("getDefault");
        return now || system || random;
    }

    @Test
    void onlyTheBusInCoreHandsOverBetweenThreads() {
        holds(noClasses()
                .that()
                .resideInAPackage("lanline.core..")
                .and()
                .haveNameNotMatching("lanline\\.core\\.event\\.EventBus.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent.."));
    }

    @Test
    void coreKnowsNeitherEdgeNorApp() {
        holds(noClasses()
                .that()
                .resideInAPackage("lanline.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("lanline.edge..", "lanline.app.."));
    }

    @Test
    void nobodyImportsApp() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("lanline.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lanline.app.."));
    }

    @Test
    void onlyAppNamesOneDialect() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("lanline.app..", "lanline.core.dialect..")
                .should()
                .dependOnClassesThat(resideInAPackage("lanline.core.dialect.*..")
                        .and(not(resideInAPackage("lanline.core.dialect.json")))));
    }

    @Test
    void packagesOfEdgeDoNotKnowEachOtherExceptForWhatSystemLends() {
        SlicesRuleDefinition.slices()
                .matching("lanline.edge.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage("lanline.edge.."), resideInAPackage("lanline.edge.system.."))
                .allowEmptyShould(true)
                .check(LANLINE);
    }

    @Test
    void eachDeviceHasOneHome() {
        onlyIn("java.net..", "lanline.edge.net..", "lanline.app..");
        onlyIn("java.sql..", "lanline.edge.store..");
        onlyIn("org.sqlite..", "lanline.edge.store..");
        onlyIn("com.googlecode.lanterna..", "lanline.edge.terminal..");
        onlyIn("org.bouncycastle..", "lanline.core.secure..");
        onlyIn("javax.crypto..", "lanline.core.secure..");
        onlyIn("org.apache.commons.cli..", "lanline.app..");
        onlyIn(
                "java.nio.channels..",
                "lanline.edge.net..",
                "lanline.edge.store..",
                "lanline.edge.terminal..",
                "lanline.edge.system..");
        onlyIn(
                "java.nio.file..",
                "lanline.edge.system..",
                "lanline.edge.store..",
                "lanline.edge.terminal..",
                "lanline.app..");
    }

    private static void onlyIn(String device, String... homes) {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(device));
    }

    @Test
    void clockAndSecureRandomLiveInEdgeSystem() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("lanline.edge.system..", "lanline.app..")
                .should()
                .dependOnClassesThat(describe("the clock or SecureRandom", ArchitectureTest::isClockOrSecureRandom)));
    }

    private static boolean isClockOrSecureRandom(JavaClass type) {
        return type.isEquivalentTo(Clock.class) || type.getName().equals("java.security.SecureRandom");
    }

    @Test
    void nobodyRegistersASecurityProvider() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.security\\.(Security|Provider)|org\\.bouncycastle\\.jc[ae].*"));
    }

    @Test
    void thereAreNoLocksOfOurOwn() {
        holds(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.concurrent.locks.."));
        holds(noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED));
        holds(noClasses().should().callMethod(Object.class, "wait"));
        holds(noClasses().should().callMethod(Object.class, "notifyAll"));
    }

    @Test
    void nothingIsAManagerAUtilOrACoordinator() {
        holds(noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper|Coordinator|Engine)(\\$.*)?"));
        holds(noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper.."));
    }

    @Test
    void logsAreOurs() {
        holds(noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "org.slf4j.."));
    }

    @Test
    void onlyAppAndTheTextFrontEndsPrint() {
        DescribedPredicate<JavaAccess<?>> standardStream = describe(
                "a standard stream",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(access.getName()));
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("lanline.app..", "lanline.edge.text..")
                .should()
                .accessTargetWhere(standardStream));
        holds(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
        holds(noClasses().should().callMethod(Throwable.class, "printStackTrace", PrintStream.class));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(LANLINE);
    }
}
