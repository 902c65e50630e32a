package lanline.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import lanline.core.model.LanlineId;
import lanline.core.model.Pin;
import lanline.core.port.Pins;

/** A file of pins: written a little later, all that has changed at once; what was not written when the process ends is lost. */
final class SimPins implements Pins {
    private static final int MOST_MILLIS = 1_000;

    private final Agenda agenda;
    private final SimHome home;
    private final Map<LanlineId, Pin> unwritten = new LinkedHashMap<>();
    private boolean isOver;

    SimPins(Agenda agenda, SimHome home) {
        this.agenda = agenda;
        this.home = home;
    }

    @Override
    public void save(Pin pin) {
        if (unwritten.isEmpty()) {
            agenda.in(agenda.between(0, MOST_MILLIS), this::write);
        }
        unwritten.put(pin.id(), pin);
    }

    /** The process has ended; {@code inOrder}: it wrote what there was to write. */
    void end(boolean inOrder) {
        if (inOrder) {
            write();
        }
        isOver = true;
    }

    private void write() {
        if (!isOver) {
            home.pins.putAll(unwritten);
            unwritten.clear();
        }
    }
}
