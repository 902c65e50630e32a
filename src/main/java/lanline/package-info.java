/** Lanline: a chat for everybody on one local network, with no server. */
@NullMarked
package lanline;

import org.jspecify.annotations.NullMarked;
