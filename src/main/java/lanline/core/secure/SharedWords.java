package lanline.core.secure;

import java.security.MessageDigest;
import lanline.core.model.Bytes;
import lanline.core.model.LanlineId;

/**
 * What two programs compute so that their people can compare words ({@code security.md} section 5). Both give a random number; the leading side is
 * bound to its own before it hears the other's, so that somebody in between can't search for numbers that give the same words twice: he has one guess.
 */
public final class SharedWords {
    /** Bytes of each side's random number. */
    public static final int NONCE_LENGTH = 32;

    /** Bytes of a commitment. */
    public static final int COMMITMENT_LENGTH = Sha256.LENGTH;

    /** What is hashed has parts of fixed lengths, and the binding at its end. */
    private static final Bytes COMMITMENT = Bytes.utf8("LL1 verify v1\0");

    private static final Bytes WORDS = Bytes.utf8("LL1 words v1\0");

    private SharedWords() {}

    /** The two people, the leading one first, and the session on which they compare. */
    public record Between(LanlineId leader, LanlineId follower, Bytes channelBinding) {}

    /** What binds the leader to {@code nonce}, and tells nothing about it. */
    public static Bytes commitment(Between between, Bytes nonce) {
        return Sha256.of(
                COMMITMENT, nonce, between.leader().key(), between.follower().key(), between.channelBinding());
    }

    /** Of this the words are made: the same on both sides exactly if all of it is. 32 bytes. */
    public static Bytes number(Between between, Bytes leaderNonce, Bytes followerNonce) {
        return Sha256.of(
                WORDS,
                leaderNonce,
                followerNonce,
                between.leader().key(),
                between.follower().key(),
                between.channelBinding());
    }

    /** In a time that does not depend on where they differ. */
    public static boolean areSame(Bytes one, Bytes other) {
        return MessageDigest.isEqual(one.toArray(), other.toArray());
    }
}
