/** Connections as the core sees them: one protocol a link, and limits on who may hold one open. */
@NullMarked
package lanline.core.link;

import org.jspecify.annotations.NullMarked;
