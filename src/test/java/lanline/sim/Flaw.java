package lanline.sim;

/** Faults that are built in on purpose, to prove that the checker sees them. {@code seed}: the first at which it did when this was written. */
enum Flaw {
    NONE(1),
    /** The history answers "stored" before it is. */
    STORED_BEFORE_IT_IS(1),
    /** The history takes a message that it has for a new one. */
    FORGETS_WHAT_IT_HAS(2),
    /** The history answers in another order than it was asked. */
    ANSWERS_OUT_OF_ORDER(1),
    /** The history never answers some stores, so that messages stay queued. */
    SWALLOWS_STORES(4),
    /** The history answers "durable" before it is, so that receipts go out too soon. */
    DURABLE_BEFORE_IT_IS(7),
    /** The history keeps that a message failed, but not that it may have arrived. */
    FORGETS_DOUBTS(11),
    /** Announcements go out once, then never again. */
    ANNOUNCES_ONCE(3),
    /** Good-byes are not sent, and nobody notices silence. */
    TIME_STANDS_STILL(1),
    /** A name once announced never changes. */
    ANNOUNCES_THE_FIRST_NAME(1);

    final long seed;

    Flaw(long seed) {
        this.seed = seed;
    }
}
