/** The course chat of 2024 and 2025 ({@code wire.md} section 1), plain messages. */
@NullMarked
package lanline.core.dialect.course2024;

import org.jspecify.annotations.NullMarked;
