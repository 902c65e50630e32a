/** Who is here: announcements heard and sent. */
@NullMarked
package lanline.core.presence;

import org.jspecify.annotations.NullMarked;
