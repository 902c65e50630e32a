/** The Noise handshakes XX and XXhfs and the encrypted transport after them, as pure state machines ({@code security.md} section 3). */
@NullMarked
package lanline.core.secure.noise;

import org.jspecify.annotations.NullMarked;
