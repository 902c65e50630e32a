/** The course chat of 2019 ({@code wire.md} section 2): raw text, one message a connection. */
@NullMarked
package lanline.core.dialect.course2019;

import org.jspecify.annotations.NullMarked;
