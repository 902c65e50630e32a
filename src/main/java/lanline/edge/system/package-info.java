/** What the machine lends: threads, time, randomness, and files that only their owner can read. */
@NullMarked
package lanline.edge.system;

import org.jspecify.annotations.NullMarked;
