package lanline.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.puppycrawl.tools.checkstyle.AbstractAutomaticBean.OutputStreamOptions;
import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.DefaultLogger;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of {@code checkstyle.xml}: sizes, and habits that no compiler sees. */
class CheckstyleTest {
    private static final Path SOURCES = Path.of(System.getProperty("lanline.checkout", ""), "src");

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void everySourceKeepsTheRules() throws IOException, CheckstyleException {
        List<Path> sources = List.of(SOURCES.resolve("main"), SOURCES.resolve("test"), SOURCES.resolve("bench"));
        check(javaFiles(sources));
        assertEquals("", complaints.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aSourceThatBreaksThemIsTold(@TempDir Path folder) throws IOException, CheckstyleException {
        Path file = folder.resolve("Broken.java");
        Files.writeString(file, "import java.util.List;\nclass Broken {}\n" + "\n".repeat(300));
        check(List.of(file));
        String told = complaints.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("[FileLength]"), told);
        assertTrue(told.contains("[UnusedImports]"), told);
        assertTrue(told.contains("[JavadocPackage]"), told);
    }

    private static List<Path> javaFiles(List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }

    private void check(List<Path> files) throws CheckstyleException {
        Configuration rules = ConfigurationLoader.loadConfiguration(
                CheckstyleTest.class.getResource("checkstyle.xml").toString(),
                new PropertiesExpander(new Properties()));
        Checker checker = new Checker();
        try {
            checker.setModuleClassLoader(Checker.class.getClassLoader());
            checker.configure(rules);
            checker.addListener(new DefaultLogger(
                    OutputStream.nullOutputStream(), OutputStreamOptions.NONE, complaints, OutputStreamOptions.NONE));
            checker.process(files.stream().map(Path::toFile).toList());
        } finally {
            checker.destroy();
        }
    }
}
