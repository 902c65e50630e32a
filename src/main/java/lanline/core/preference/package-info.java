/** What people have set, and the commands that change it. */
@NullMarked
package lanline.core.preference;

import org.jspecify.annotations.NullMarked;
