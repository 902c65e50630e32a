/** Who somebody is: identity keys, signatures, and what protects a key on the disk. The only home of cryptography, with the packages in it. */
@NullMarked
package lanline.core.secure;

import org.jspecify.annotations.NullMarked;
