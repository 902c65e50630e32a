/** Fuzz targets ({@code mvn -Pfuzz test}): whatever a stranger sends, no parser throws, and what comes out of it is bounded. */
@NullMarked
package lanline.fuzz;

import org.jspecify.annotations.NullMarked;
