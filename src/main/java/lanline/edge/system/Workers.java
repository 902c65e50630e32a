package lanline.edge.system;

/** Where single long-lived threads come from: daemons, so that none keeps the program alive, named after what they do. */
public final class Workers {
    /** Enough for the deepest call of any thread here, a tenth of the usual: hundreds of threads stay cheap. */
    static final int STACK_BYTES = 256 * 1024;

    private Workers() {}

    /** Starts {@code work} on a platform thread: a terminal or file that blocks it must never block a virtual thread's carrier. */
    public static Thread start(String name, Runnable work) {
        Thread thread = daemon(name, work);
        thread.start();
        return thread;
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, STACK_BYTES, false);
        thread.setDaemon(true);
        return thread;
    }
}
