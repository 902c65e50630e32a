package lanline.core.port;

import java.time.Instant;

/** Time as the core uses it: the wall clock to write on messages, uptime for everything that lasts. */
public interface TimeSource {
    Instant now();

    /** Milliseconds since some start, never running backwards, standing still while the machine sleeps. */
    long uptimeMillis();

    /** Asks for a Tick as soon as that uptime is reached. Every wish is granted, those for the same moment by one Tick. */
    void wakeAt(long uptimeMillis);
}
