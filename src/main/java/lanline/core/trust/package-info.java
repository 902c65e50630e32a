/** Whom one may believe: keys that are known, names that are reserved, words that two people compare. */
@NullMarked
package lanline.core.trust;

import org.jspecify.annotations.NullMarked;
