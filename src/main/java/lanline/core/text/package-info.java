/** Text as people see it: cleaned, folded for comparison, cut into what a terminal can show. Pure; JDK only. */
@NullMarked
package lanline.core.text;

import org.jspecify.annotations.NullMarked;
