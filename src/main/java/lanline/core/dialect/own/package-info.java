/** Lanline's own words on the wire: the announcement with its {@code ll} object. */
@NullMarked
package lanline.core.dialect.own;

import org.jspecify.annotations.NullMarked;
