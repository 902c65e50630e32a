/** One to one: what is said, in what state it is, and who it came from. */
@NullMarked
package lanline.core.conversation;

import org.jspecify.annotations.NullMarked;
