package lanline.edge.system;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.Random;
import lanline.core.dialect.json.MalformedJsonException;
import lanline.core.model.LanlineId;

/** The files of HOME, which somebody else may have written: what stands in them is read, or said to be broken. */
class OwnFilesFuzz {
    @FuzzTest(maxDuration = "2m")
    void noIdentityMakesItThrow(byte[] input) {
        try {
            StoredIdentity identity = StoredIdentity.read(input, new Random(1));
            identity.nextEpoch(1);
            identity.write();
        } catch (MalformedJsonException | UnfitFileException broken) {
            // Set aside by who reads it, and said on the screen.
        }
    }

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
