package lanline.bench;

import java.io.FileDescriptor;
import java.lang.reflect.Constructor;

/** File descriptors by their numbers, which the class library keeps to itself: the benchmarks' Java is started with java.io opened. */
final class Descriptors {
    private Descriptors() {}

    static FileDescriptor of(int number) {
        try {
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            return constructor.newInstance(number);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
