package lanline.core.link;

import lanline.core.model.Party;
import lanline.core.session.Claim;

/**
 * Which of two sessions with the same instance stays: of two that were dialled towards each other the one that the smaller of both has
 * dialled ({@code decisions.md} 17), else the newer one, since who dials again has lost the older one or wants new keys.
 *
 * <p>Two sides see two sessions come up in either order and at other moments; so of two that cross the smaller one alone ends one, and
 * the other one waits for that.
 */
final class Crossing {
    /** Dialled within so long after the older one stood, a session may have been dialled before its dialler knew of that one. */
    static final long CROSSING_MILLIS = 5_000;

    /** Who waits for the other side's choice does so for so long, and takes twice as long for a crossing, lest both choose at its edge. */
    static final long PATIENCE_MILLIS = 2 * CROSSING_MILLIS;

    private final boolean areWeSmaller;

    Crossing(Claim own, Party other) {
        int byId = own.id().text().compareTo(other.id().text());
        int byInstance = own.run().instance().text().compareTo(other.instance().text());
        areWeSmaller = byId != 0 ? byId < 0 : byInstance < 0;
    }

    /** True where it is on us to end one of them now. */
    boolean isOurChoice(SessionLink older, SessionLink newer) {
        return areWeSmaller || newer.begunAt - older.upAt() > PATIENCE_MILLIS;
    }

    /** The one that yields. */
    SessionLink loser(SessionLink older, SessionLink newer) {
        boolean isCrossing = newer.begunAt - older.upAt() <= (areWeSmaller ? CROSSING_MILLIS : PATIENCE_MILLIS);
        return isCrossing && (isBySmaller(older) || !isBySmaller(newer)) ? newer : older;
    }

    private boolean isBySmaller(SessionLink link) {
        return link.target.isPresent() == areWeSmaller;
    }
}
