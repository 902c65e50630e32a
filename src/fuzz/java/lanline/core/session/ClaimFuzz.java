package lanline.core.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lanline.core.model.Bytes;
import lanline.core.secure.Signatures;

/** What comes before a session and says who somebody is: whatever it is, it is understood or refused. */
class ClaimFuzz {
    /** The first bytes of who dials, and what a side shows of itself. */
    @FuzzTest(maxDuration = "2m")
    void noClaimMakesItThrow(byte[] input) {
        Bytes bytes = Bytes.copyOf(input);
        Parsed.read(() -> Preamble.parse(bytes)).ifPresent(preamble -> Parsed.mustBeEqual(preamble.bytes(), bytes));
        Parsed.read(() -> Credential.parse(bytes)).ifPresent(credential -> {
            Signatures.isSound(credential.claim().id());
            Signatures.isBy(credential.claim().id(), bytes, credential.signature());
            Parsed.mustBeEqual(again(credential), credential.claim());
        });
    }

    private static Claim again(Credential credential) {
        return Parsed.read(() -> Credential.parse(credential.bytes()))
                .orElseThrow()
                .claim();
    }
}
