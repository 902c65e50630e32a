/** Whole LANs from a seed, on virtual time: the core of every host is the one that people run. */
@NullMarked
package lanline.sim;

import org.jspecify.annotations.NullMarked;
