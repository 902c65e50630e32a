package lanline.core.session;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of some bytes. What is to be sent stands before all that is told: it is sealed already, so nothing that the owner says when it
 * is told something may overtake it.
 */
final class Outputs {
    private final List<SessionOutput> sent = new ArrayList<>();
    private final List<SessionOutput> told = new ArrayList<>();

    void send(Outgoing bytes) {
        sent.add(bytes.transmit());
    }

    void tell(SessionOutput output) {
        told.add(output);
    }

    List<SessionOutput> inOrder() {
        List<SessionOutput> all = new ArrayList<>(sent);
        all.addAll(told);
        return all;
    }
}
