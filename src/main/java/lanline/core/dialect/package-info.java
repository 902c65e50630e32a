/** The seam to every protocol: how some system says things, apart from what is said. */
@NullMarked
package lanline.core.dialect;

import org.jspecify.annotations.NullMarked;
