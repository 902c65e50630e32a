package lanline.core.session;

import java.util.Optional;
import lanline.core.secure.Signatures;
import lanline.core.secure.noise.Introduction;
import lanline.core.secure.noise.Payload;

/** Shows the other side of a handshake who we are, and finds out who they are. */
final class Proof {
    private final OwnSide own;
    private final Suite suite;

    Proof(OwnSide own, Suite suite) {
        this.own = own;
        this.suite = suite;
    }

    /** Our payload, as {@code side}. */
    Payload ours(Side side) {
        Claim claim = own.claim().get();
        return hash -> new Credential(
                        claim,
                        own.identity().sign(side.statement(hash, own.session().publicKey())))
                .bytes();
    }

    /** Who the other side, which is {@code side}, has proven to be. */
    Claim theirs(Introduction<?> shown, Side side) throws BrokenException {
        Credential credential = Credential.parse(shown.payload());
        Claim claim = credential.claim();
        if (!Signatures.isSound(claim.id())) {
            throw new BrokenException("its identity is a key that anybody could sign for");
        }
        if (!Signatures.isBy(claim.id(), side.statement(shown.hash(), shown.key()), credential.signature())) {
            throw new BrokenException("it could not sign for the identity that it shows");
        }
        return claim;
    }

    /** Whether there is to be a session with who was proven to be there. */
    void admit(Claim other) throws BrokenException {
        if (isOurselves(other)) {
            throw new BrokenException("this very program is at the other end");
        }
        Optional<String> refusal = own.admission().refusal(other, suite);
        if (refusal.isPresent()) {
            throw new BrokenException(refusal.get());
        }
    }

    /** Somebody on the way can lead what we say back to us. Another run of the same identity, on another host, is not ourselves. */
    private boolean isOurselves(Claim other) {
        return other.id().equals(own.identity().id())
                && other.run().instance().equals(own.claim().get().run().instance());
    }
}
