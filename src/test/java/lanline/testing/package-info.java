/** What several tests share: a time to set, a network that writes down, sample people, and everything that was told. */
@NullMarked
package lanline.testing;

import org.jspecify.annotations.NullMarked;
