/** What a person should see now, as one immutable value. */
@NullMarked
package lanline.core.screen;

import org.jspecify.annotations.NullMarked;
