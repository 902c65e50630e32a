package lanline.edge.terminal.tty;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Signals of the operating system, each delivered in a thread of its own. Stateless. */
final class Signals {
    private Signals() {}

    /**
     * From now on {@code action} runs for each signal of this name, without SIG; never in a Java without signals.
     * {@code sun.misc.Signal}, by reflection since the compiler warns of its name ("decisions.md" 6).
     */
    static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InstantiationException
                | InvocationTargetException e) {
            // A Java or a system without this signal: Ctrl-L repaints, and asks for the size anew.
        }
    }
}
