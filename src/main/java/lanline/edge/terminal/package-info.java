/** The full-screen front end: one drawing thread, the modes of its window, and the keys that they obey. */
@NullMarked
package lanline.edge.terminal;

import org.jspecify.annotations.NullMarked;
