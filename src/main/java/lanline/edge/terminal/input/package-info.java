/** Text while it is being typed: editing, undo, earlier inputs, rows with a cursor. Knows no screen. */
@NullMarked
package lanline.edge.terminal.input;

import org.jspecify.annotations.NullMarked;
