package lanline.edge.text;

import java.util.List;
import java.util.stream.Collectors;
import lanline.core.model.Delivery;
import lanline.core.model.HostAddress;
import lanline.core.model.Peer;
import lanline.core.model.Presence;
import lanline.core.model.Security;
import lanline.core.model.Speaks;
import lanline.core.screen.Answers;

/** States in words, so that nothing is said by a sign alone. */
final class Words {
    private Words() {}

    static String presence(Presence presence) {
        return presence == Presence.GONE ? "not here" : presence.word();
    }

    static String olderProgram(Speaks speaks) {
        return speaks == Speaks.LANLINE ? "" : ", with an older program";
    }

    /** In brackets, which no name can bring along. */
    static String doubt(Peer peer) {
        String doubt = Answers.doubt(peer);
        return doubt.isEmpty() ? "" : " (" + doubt + ")";
    }

    static String weak(Security security) {
        return security == Security.WEAK ? " (weak encryption)" : "";
    }

    static String stateOf(Delivery delivery) {
        return switch (delivery.state()) {
            case QUEUED -> ", waiting" + (delivery.reason().isBlank() ? "" : " (" + delivery.reason() + ")");
            case FAILED -> (delivery.mayHaveArrived() ? ", perhaps sent (" : ", not sent (") + delivery.reason() + ")";
            case ANSWERED -> ", answered (" + delivery.reason() + ")";
            case SENT, DELIVERED, RECEIVED -> "";
        };
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** The addresses that others can use: the machine's own loopback is worth a word only where it is all there is. */
    static String reach(List<HostAddress> addresses) {
        String others = addresses.stream()
                .filter(address -> !address.isLoopback())
                .map(HostAddress::text)
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? "no network: only this machine hears you, /net says more"
                : "others reach you at " + others;
    }
}
