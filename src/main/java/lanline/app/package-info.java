/** The wiring: it may use everything, and nothing uses it. */
@NullMarked
package lanline.app;

import org.jspecify.annotations.NullMarked;
