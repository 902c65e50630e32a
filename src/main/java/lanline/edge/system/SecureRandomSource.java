package lanline.edge.system;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import lanline.core.port.KeySource;

/**
 * Unpredictable numbers from the operating system. Any thread.
 *
 * <p>SecureRandom takes tens of milliseconds to come up, so it does at first use; {@link #warm} does it before, on a worker.
 */
public final class SecureRandomSource implements RandomGenerator, KeySource {
    @Override
    public long nextLong() {
        return FirstUse.SOURCE.nextLong();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        FirstUse.SOURCE.nextBytes(bytes);
    }

    @Override
    public void fill(byte[] secret) {
        FirstUse.SOURCE.nextBytes(secret);
    }

    public void warm() {
        FirstUse.SOURCE.nextLong();
    }

    /** The virtual machine initialises this class once, when somebody first needs it. */
    private static final class FirstUse {
        static final SecureRandom SOURCE = new SecureRandom();
    }
}
