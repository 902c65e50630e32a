package lanline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lanline.app.Options.FrontEndKind;
import lanline.app.Options.NamedHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsParserTest {
    private static Options parse(String... arguments) throws UsageException {
        return OptionsParser.check(OptionsParser.read(arguments), true);
    }

    @Test
    void nothingSaidMeansTheUsualThings() throws UsageException {
        Options options = parse();

        assertEquals(FrontEndKind.FULL_SCREEN, options.frontEnd());
        assertEquals(new Options.Ports(6_000, false, 6_001, false, true), options.ports());
        assertEquals(new Options.Reach(List.of(), List.of(), 8), options.reach());
        assertTrue(options.person().name().isEmpty());
    }

    @Test
    void withoutATerminalItIsPlain() throws UsageException {
        Options options = OptionsParser.check(OptionsParser.read(new String[0]), false);

        assertEquals(FrontEndKind.PLAIN, options.frontEnd());
    }

    @Test
    void interfacesAndHostsMayBeNamedSeveralTimes() throws UsageException {
        Options options = parse("--interface", "eth0", "--interface=eth1", "--peer", "10.0.0.2", "--peer", "lab:7000");

        assertEquals(List.of("eth0", "eth1"), options.reach().interfaces());
        assertEquals(
                List.of(new NamedHost("10.0.0.2", 6_000), new NamedHost("lab", 7_000)),
                options.reach().hosts());
    }

    @ParameterizedTest
    @CsvSource({"fe80::1, 6000", "[fe80::1], 6000", "[fe80::1]:7, 7"})
    void anIpv6HostIsNamedAsElsewhere(String typed, int port) throws UsageException {
        assertEquals(
                List.of(new NamedHost("fe80::1", port)),
                parse("--peer", typed).reach().hosts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "x", "", "99999999999", "6000 ", "٣"})
    void aPortOutOfRangeIsRefusedWithTheRange(String port) {
        UsageException refused = assertThrows(UsageException.class, () -> parse("--udp-port=" + port));

        assertTrue(refused.sentence().contains("--udp-port"), refused.sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "61", "8.5"})
    void aPeriodOutOfRangeIsRefused(String seconds) {
        UsageException refused = assertThrows(UsageException.class, () -> parse("--announce-every", seconds));

        assertTrue(refused.sentence().contains("from 1 to 60"), refused.sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--hub", "--nam", "--verify", "-x", "hello"})
    void whatIsNoOptionIsRefusedAndNamed(String argument) {
        UsageException refused = assertThrows(UsageException.class, () -> parse(argument));

        assertTrue(refused.sentence().contains(argument.replaceFirst("^-+", "")), refused.sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b", "\u0007"})
    void aNameWithNothingToShowIsRefused(String name) {
        assertThrows(UsageException.class, () -> parse("--name=" + name));
    }

    @Test
    void aNameThatIsTooLongIsRefusedWithTheLimit() {
        UsageException refused = assertThrows(UsageException.class, () -> parse("--name", "x".repeat(300)));

        assertTrue(
                refused.sentence().contains("at most 32") && refused.sentence().contains("300"), refused.sentence());
    }

    @Test
    void twoFrontEndsExcludeEachOther() {
        UsageException refused = assertThrows(UsageException.class, () -> parse("--plain", "--json"));

        assertEquals("--plain and --json exclude each other", refused.sentence());
    }

    @Test
    void theHelpNamesEveryOption() {
        OptionTable.options()
                .getOptions()
                .forEach(option -> assertTrue(OptionTable.help().contains("--" + option.getLongOpt())));
    }
}
