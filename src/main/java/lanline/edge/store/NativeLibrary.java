package lanline.edge.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into the host directory ({@code security.md} section 2: nothing of ours in the
 * system's temporary folder), so that later starts only load it. On the store thread, before SQLite is first used.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    /** Tells SQLite where its library is, unpacking it where it is not there yet. */
    static void provide(Path hostDirectory) throws IOException {
        Path folder = hostDirectory.resolve("native");
        PrivateFile.ensureFolder(folder);
        System.setProperty("org.sqlite.tmpdir", folder.toString());
        Optional<String> version = version();
        if (version.isEmpty()) {
            return;
        }
        String resource = LibraryLoaderUtil.getNativeLibResourcePath();
        String library = LibraryLoaderUtil.getNativeLibName();
        String platform = resource.substring(resource.indexOf("native/") + 7).replace('/', '-');
        Path unpacked = folder.resolve("sqlite-" + version.get() + "-" + platform);
        if (!Files.exists(unpacked.resolve(library))) {
            unpack(resource + "/" + library, unpacked, library);
        }
        System.setProperty("org.sqlite.lib.path", unpacked.toString());
        System.setProperty("org.sqlite.lib.name", library);
    }

    private static Optional<String> version() throws IOException {
        try (InputStream stream = NativeLibrary.class.getResourceAsStream("/sqlite-jdbc.properties")) {
            if (stream == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(stream);
            return Optional.ofNullable(properties.getProperty("version"));
        }
    }

    /** Written aside, flushed and moved into place: a library cut off by a crash would never load again. */
    private static void unpack(String resource, Path folder, String library) throws IOException {
        PrivateFile.ensureFolder(folder);
        Path aside = folder.resolve(library + "." + ProcessHandle.current().pid());
        try (InputStream packed = NativeLibrary.class.getResourceAsStream(resource);
                FileChannel file = PrivateFile.open(aside, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            if (packed == null) {
                throw new IOException("this program has no SQLite for this platform");
            }
            OutputStream out = Channels.newOutputStream(file);
            packed.transferTo(out);
            file.force(true);
        }
        Files.move(aside, folder.resolve(library), StandardCopyOption.ATOMIC_MOVE);
    }
}
