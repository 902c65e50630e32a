/** The immutable words that all of Lanline is written in. */
@NullMarked
package lanline.core.model;

import org.jspecify.annotations.NullMarked;
