package lanline.e2e;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People on one LAN with a /28, whose broadcast address is no x.y.z.255. */
@InNamespaces
class SmallNetworkTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2, 28);

    @Test
    @DisplayName(
            "B2 A2 A4 A7 A11: two people on a /28 see each other, talk, and find it in the history after a restart")
    void twoPeopleSeeEachOtherTalkAndFindItAgain() throws Exception {
        Conversations.betweenTwo(LAB, 28, "10.88.0.15");
    }
}
