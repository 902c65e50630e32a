package lanline.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People who come to a LAN with a /24 for the first time, and come again. */
@InNamespaces
class TwoHostsTest {
    @RegisterExtension
    static final Lab LAB = Lab.withHosts(2);

    @Test
    @DisplayName("A2 A3 A4 A5 A7 A10 A11: two people see each other, talk, and find it in the history after a restart")
    void twoPeopleSeeEachOtherTalkAndFindItAgain() throws Exception {
        Conversations.betweenTwo(LAB, 24, "10.88.0.255");
    }

    @Test
    @DisplayName("A1: the name is stored at the first start, used later, and --name stands for one run")
    void theNameIsStoredAndOverriddenForOneRun() throws Exception {
        LAB.start(1, "Ece").quit();
        Program overridden = LAB.launchAs(1, "Ece", "--json", "--name", "Başka Biri");
        assertEquals("Başka Biri", overridden.awaitReady().path("name").asText());
        overridden.quit();
        Program stored = LAB.launchAs(1, "Ece", "--json");
        assertEquals("Ece", stored.awaitReady().path("name").asText());
    }
}
