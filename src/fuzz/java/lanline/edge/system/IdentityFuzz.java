package lanline.edge.system;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Random;
import lanline.core.dialect.json.MalformedJsonException;

/** {@code identity.json}, which somebody else may have written: what stands in it is read, or said to be broken. */
class IdentityFuzz {
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
}
