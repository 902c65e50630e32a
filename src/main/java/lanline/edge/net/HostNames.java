package lanline.edge.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lanline.core.model.HostAddress;
import lanline.core.text.SafeText;
import lanline.edge.system.Workers;

/** The thread {@code resolve-HOST}: the only place that asks a name server, since that may take many seconds. */
final class HostNames implements Runnable {
    /** Between two tries for a host that is not known yet: a laptop that is switched on later. */
    private static final long RETRY_SECONDS = 60;

    private final String host;
    private final CountDownLatch closing;
    private final Consumer<HostAddress> found;
    private final Consumer<SafeText> problem;

    private HostNames(String host, CountDownLatch closing, Consumer<HostAddress> found, Consumer<SafeText> problem) {
        this.host = host;
        this.closing = closing;
        this.found = found;
        this.problem = problem;
    }

    /** On a platform thread: the look-up blocks inside the system's library, and with it a virtual thread's carrier. */
    static void resolve(String host, CountDownLatch closing, Consumer<HostAddress> found, Consumer<SafeText> problem) {
        Workers.start("resolve-" + host, new HostNames(host, closing, found, problem));
    }

    @Override
    public void run() {
        try {
            Optional<HostAddress> address = lookUp();
            if (address.isEmpty()) {
                problem.accept(SafeText.line("No IPv4 address is known for " + host
                        + "; asked again every minute. Is the name after --peer right?"));
            }
            while (address.isEmpty() && !closing.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
                address = lookUp();
            }
            address.ifPresent(found);
        } catch (InterruptedException closed) {
            // Nobody interrupts this thread; if somebody did, the answer is no longer wanted.
        }
    }

    private Optional<HostAddress> lookUp() {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(address -> address instanceof Inet4Address)
                    .findFirst()
                    .map(Addresses::host);
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }
}
