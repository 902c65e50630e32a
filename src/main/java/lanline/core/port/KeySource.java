package lanline.core.port;

/** Unpredictable bytes: all the randomness that cryptography in the core gets. Any thread. */
public interface KeySource {
    /** Fills the whole of {@code secret}. */
    void fill(byte[] secret);
}
