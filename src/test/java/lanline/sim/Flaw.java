package lanline.sim;

/** Faults that are built in on purpose, to prove that the checker sees them. */
enum Flaw {
    NONE,
    /** The history answers "stored" before it is. */
    STORED_BEFORE_IT_IS,
    /** The history takes a message that it has for a new one. */
    FORGETS_WHAT_IT_HAS,
    /** The history answers in another order than it was asked. */
    ANSWERS_OUT_OF_ORDER,
    /** The history never answers some stores, so that messages stay queued. */
    SWALLOWS_STORES,
    /** The history answers "durable" before it is, so that receipts go out too soon. */
    DURABLE_BEFORE_IT_IS,
    /** The history keeps that a message failed, but not that it may have arrived. */
    FORGETS_DOUBTS,
    /** Announcements go out once, then never again. */
    ANNOUNCES_ONCE,
    /** Good-byes are not sent, and nobody notices silence. */
    TIME_STANDS_STILL,
    /** A name once announced never changes. */
    ANNOUNCES_THE_FIRST_NAME
}
