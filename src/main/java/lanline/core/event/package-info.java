/** What happened, in the past tense, and the bus that carries it. */
@NullMarked
package lanline.core.event;

import org.jspecify.annotations.NullMarked;
