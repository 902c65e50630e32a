/** What things look like: themes read from files, made to fit the colours that the terminal has. */
@NullMarked
package lanline.edge.terminal.theme;

import org.jspecify.annotations.NullMarked;
