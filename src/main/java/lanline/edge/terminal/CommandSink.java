package lanline.edge.terminal;

import lanline.core.event.UserCommand;

/** Where the window's commands go. Called on the screen thread, so it never waits. */
@FunctionalInterface
public interface CommandSink {
    /** False if the core is so far behind that it takes no command now; nothing has happened then. */
    boolean offer(UserCommand command);
}
