/** The built program, started as people start it, in networks of its own; each test carries the row of the requirements it shows. */
@NullMarked
package lanline.e2e;

import org.jspecify.annotations.NullMarked;
