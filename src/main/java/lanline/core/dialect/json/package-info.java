/** JSON from strangers: strict limits, exact bytes, no tree deeper than a message needs. */
@NullMarked
package lanline.core.dialect.json;

import org.jspecify.annotations.NullMarked;
