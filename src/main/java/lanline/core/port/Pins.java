package lanline.core.port;

import lanline.core.model.Pin;

/** The people whose keys are known, as kept for good. No method waits or throws. Called on the bus thread only; PinsLoaded comes first. */
public interface Pins {
    /** Keeps {@code pin} in the place of what was known of that key. Where that fails, HistoryTrouble says so, once. */
    void save(Pin pin);
}
