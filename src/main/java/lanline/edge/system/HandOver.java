package lanline.edge.system;

/**
 * Between threads that take turns over one message. On a machine with few processors the one that was woken often waits behind the one that
 * woke it, which has only tidying up left to do: that may wait instead. Any thread.
 */
public final class HandOver {
    private HandOver() {}

    /** Where somebody was just woken and waits for this processor, it runs first. Costs a microsecond where nobody does. */
    @SuppressWarnings(
            "ThreadPriorityCheck") // nothing depends on it: without it all is the same, a tenth of a millisecond later
    public static void letWokenRun() {
        Thread.yield();
    }
}
