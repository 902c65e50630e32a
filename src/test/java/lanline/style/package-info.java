/** What is asked of the sources themselves. */
@NullMarked
package lanline.style;

import org.jspecify.annotations.NullMarked;
