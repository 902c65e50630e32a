package lanline.edge.net;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import lanline.core.event.NetworkEvent.InterfacesChanged;
import lanline.core.model.LanInterface;

/** The thread {@code interfaces}: looks every few seconds, and tells the bus what has changed; the first look always does. */
final class InterfaceWatch implements Runnable {
    private final EventBus bus;
    private final Reading reading;
    private final Duration period;
    private Optional<List<LanInterface>> told = Optional.empty();

    InterfaceWatch(EventBus bus, Reading reading, Duration period) {
        this.bus = bus;
        this.reading = reading;
        this.period = period;
    }

    interface Reading {
        List<LanInterface> read() throws SocketException;
    }

    @Override
    public void run() {
        try {
            while (true) {
                look();
                TimeUnit.MILLISECONDS.sleep(period.toMillis());
            }
        } catch (InterruptedException closing) {
            // Interrupted by the end of the program alone.
        }
    }

    private void look() throws InterruptedException {
        try {
            Optional<List<LanInterface>> now = Optional.of(reading.read());
            if (!now.equals(told)) {
                told = now;
                bus.put(new InterfacesChanged(now.get()));
            }
        } catch (SocketException unreadable) {
            // They are changing at this very moment, or no descriptor is left: what was told stays until the next look.
        }
    }
}
