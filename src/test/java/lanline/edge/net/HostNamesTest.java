package lanline.edge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lanline.core.event.EventBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Only with hosts that no name server is asked for. */
@Timeout(120)
class HostNamesTest {
    private final LanNetwork network = new LanNetwork(new EventBus());
    private final BlockingQueue<String> found = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void anAddressIsItsOwnAnswer() throws Exception {
        resolve("192.0.2.17");
        assertEquals("192.0.2.17", found.poll(30, TimeUnit.SECONDS));
        assertNull(problems.poll());
    }

    @Test
    void aHostWithoutAnIpv4AddressIsNamedInASentence() throws Exception {
        resolve("2001:db8::1");
        assertEquals(
                "No IPv4 address is known for 2001:db8::1; asked again every minute. Is the name after --peer right?",
                problems.poll(30, TimeUnit.SECONDS));
        assertNull(found.poll());
    }

    private void resolve(String host) {
        network.resolve(host, address -> found.add(address.text()), problem -> problems.add(problem.value()));
    }
}
