/** One encrypted session between two Lanlines on one link ({@code security.md} section 3), as a pure state machine. Knows nothing of rooms. */
@NullMarked
package lanline.core.session;

import org.jspecify.annotations.NullMarked;
