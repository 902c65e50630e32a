/** The old "secure" mode of the course programs ({@code wire.md} section 1): at most 23 keys, so no protection; always called weak. */
@NullMarked
package lanline.core.secure.weak;

import org.jspecify.annotations.NullMarked;
