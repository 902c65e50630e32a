package lanline.edge.terminal.tty;

import java.util.Optional;

/** The mouse in xterm's SGR form, mode 1006: {@code button;column;row} and M for pressed or m for released. Pure. */
final class MouseReport {
    private static final int MOVED = 32;
    private static final int WHEEL = 64;
    /** With the wheel: turned to the left or right, where nothing is to see. */
    private static final int SIDEWAYS = 2;

    private MouseReport() {}

    static Optional<Key> parse(String parameters, char last) {
        if ((last != 'M' && last != 'm') || !parameters.matches("\\d{1,4};\\d{1,5};\\d{1,5}")) {
            return Optional.empty();
        }
        String[] fields = parameters.split(";", -1);
        int code = Integer.parseInt(fields[0]);
        int column = Math.max(1, Integer.parseInt(fields[1])) - 1;
        int row = Math.max(1, Integer.parseInt(fields[2])) - 1;
        boolean wheel = (code & WHEEL) != 0;
        if (wheel && (code & SIDEWAYS) != 0) {
            return Optional.empty();
        }
        return Optional.of(new Key.Mouse(action(code, last), wheel ? 0 : code & 3, row, column));
    }

    private static Key.Mouse.Action action(int code, char last) {
        if ((code & WHEEL) != 0) {
            return (code & 1) == 0 ? Key.Mouse.Action.WHEEL_UP : Key.Mouse.Action.WHEEL_DOWN;
        }
        if ((code & MOVED) != 0) {
            return Key.Mouse.Action.MOVE;
        }
        return last == 'M' ? Key.Mouse.Action.PRESS : Key.Mouse.Action.RELEASE;
    }
}
