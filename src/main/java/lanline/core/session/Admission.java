package lanline.core.session;

import java.util.Optional;

/** Decides with whom a session may come about, once it is proven who is there. On the session's thread. */
@FunctionalInterface
public interface Admission {
    /**
     * Why there is to be no session, as a sentence for the log; empty if there may be one. Asked as soon as the other side is proven: of a dialled one
     * before it can know who we are.
     */
    Optional<String> refusal(Claim claim, Suite suite);
}
