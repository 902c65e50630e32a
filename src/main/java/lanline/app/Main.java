package lanline.app;

/** Where the program starts, on the thread that the JVM gives it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
