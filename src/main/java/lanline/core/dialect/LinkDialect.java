package lanline.core.dialect;

import lanline.core.model.Endpoint;
import lanline.core.model.Speaks;

/**
 * A dialect whose messages travel on links as they are, without a session around them. Immutable; a protocol object holds what one link
 * needs to remember.
 */
public interface LinkDialect extends Dialect, Listening {
    @Override
    Speaks speaks();

    /** The protocol on a link that we dial to {@code to} to say something as {@code self}, in {@code manner}. */
    PeerProtocol dial(Endpoint to, SelfDescription self, Manner manner);

    /** True if its programs keep a link for as long as they know each other, and take its end for a good-bye. */
    default boolean keepsLinks() {
        return false;
    }
}
