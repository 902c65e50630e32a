package lanline.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lanline.core.model.Habits;

/** What comes on a connection to the port of 2019, which raw text, JSON and the lab program's frames share. */
class OlderPortFuzz {
    @FuzzTest(maxDuration = "2m")
    void nothingMakesItThrow(byte[] input) {
        Strangers.speak(Strangers.SHARED.accept(Strangers.FROM, Habits.UNKNOWN), input);
    }
}
