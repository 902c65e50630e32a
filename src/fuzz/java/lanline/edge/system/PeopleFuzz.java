package lanline.edge.system;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import lanline.core.model.LanlineId;

/** {@code peers.json}, which somebody else may have written: what stands in it is read, or said to be broken. */
class PeopleFuzz {
    /** What is read is the same once it was written. */
    @FuzzTest(maxDuration = "2m")
    void noPeopleMakeItThrow(byte[] input) {
        try {
            Map<LanlineId, KeptPin> read = PinRows.read(input);
            Map<LanlineId, KeptPin> again = PinRows.read(PinRows.write(read.values()));
            if (!again.equals(read)) {
                throw new AssertionError(again + " is not " + read);
            }
        } catch (UnfitFileException broken) {
            // Set aside by who reads it, and said on the screen.
        }
    }
}
