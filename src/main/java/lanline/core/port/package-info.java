/** What the core asks of the world: network, history, time, keys. */
@NullMarked
package lanline.core.port;

import org.jspecify.annotations.NullMarked;
