package lanline.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Lanline and its simulation once more, with one source file changed: compiled here, in memory. */
final class MutatedClasses extends ClassLoader {
    /** None imports one after it. What is before the one with the change is the same in each world, and is taken from the usual loader. */
    private static final List<String> PACKAGES = List.of(
            "core/session/", "core/link/", "core/conversation/", "core/trust/", "core/presence/", "app/", "sim/");

    private final List<String> anew;
    private final Map<String, ByteArrayOutputStream> changed = new HashMap<>();

    private MutatedClasses(String file) {
        super(MutatedClasses.class.getClassLoader());
        anew = PACKAGES.stream()
                .dropWhile(one -> !file.startsWith(one))
                .map(one -> ("lanline/" + one).replace('/', '.'))
                .toList();
        if (anew.isEmpty()) {
            throw new AssertionError("name the package of " + file + " above");
        }
    }

    /** {@code before} stands once in {@code file}, which is named from the folder of the package {@code lanline} on. */
    static MutatedClasses with(String file, String before, String after) {
        Path path = Path.of(System.getProperty("lanline.checkout", ""), "src/main/java/lanline", file);
        try {
            String source = Files.readString(path);
            int at = source.indexOf(before);
            if (at < 0 || source.indexOf(before, at + 1) >= 0) {
                throw new AssertionError("not just once in " + file + ", change the mutant: " + before);
            }
            MutatedClasses classes = new MutatedClasses(file);
            classes.compile(new Source(path.toUri(), source.replace(before, after)));
            return classes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void compile(Source source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                JavaFileManager here = new InMemory(files)) {
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
            boolean isFine = compiler.getTask(null, here, null, options, null, List.of(source))
                    .call();
            if (!isFine) {
                throw new AssertionError("a mutant does not compile: " + source.getName());
            }
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return anew.stream().anyMatch(name::startsWith) ? defineAnew(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> defineAnew(String name) throws ClassNotFoundException {
        byte[] content = content(name);
        return defineClass(name, content, 0, content.length);
    }

    private byte[] content(String name) throws ClassNotFoundException {
        ByteArrayOutputStream mutated = changed.get(name);
        if (mutated != null) {
            return mutated.toByteArray();
        }
        try (InputStream original = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (original == null) {
                throw new ClassNotFoundException(name);
            }
            return original.readAllBytes();
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String content;

        Source(URI uri, String content) {
            super(uri, Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }

    private final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        InMemory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            changed.put(className, content);
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return content;
                }
            };
        }
    }
}
