package lanline.core.session;

import lanline.core.model.InstanceId;
import lanline.core.model.LanlineId;
import lanline.core.model.Nickname;

/**
 * What the other side has shown of itself in the handshake, signed with the key {@code id}: who it is, what it is called, where it
 * listens, which run it is.
 *
 * @param port 1 to 65,535
 */
public record Claim(LanlineId id, Nickname name, int port, Run run) {
    private static final int HIGHEST_PORT = 65_535;

    public Claim {
        if (!isPort(port)) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
    }

    static boolean isPort(int port) {
        return port >= 1 && port <= HIGHEST_PORT;
    }

    /**
     * One start of the program.
     *
     * @param epoch when the run began, in milliseconds by its own clock; not negative
     * @param counter of its last announcement; not negative
     */
    public record Run(InstanceId instance, long epoch, long counter) {
        public Run {
            if (epoch < 0 || counter < 0) {
                throw new IllegalArgumentException("an epoch or a counter below zero: " + epoch + ", " + counter);
            }
        }
    }
}
