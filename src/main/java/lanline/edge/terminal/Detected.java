package lanline.edge.terminal;

import lanline.edge.terminal.tty.ColorDepth;

/**
 * What the environment says of the terminal, for all that is set to {@code auto}.
 *
 * @param utf8 the locale can say more than ASCII
 * @param links it is known to take hyperlinks
 */
public record Detected(ColorDepth depth, boolean utf8, boolean links) {}
