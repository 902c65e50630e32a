/** The parts of the window: where each one lies, what it shows of a Screen, and how far it is scrolled. */
@NullMarked
package lanline.edge.terminal.view;

import org.jspecify.annotations.NullMarked;
