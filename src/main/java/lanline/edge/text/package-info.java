/** The front ends without a screen: {@code --plain}, line by line for people, and {@code --json} for scripts. */
@NullMarked
package lanline.edge.text;

import org.jspecify.annotations.NullMarked;
