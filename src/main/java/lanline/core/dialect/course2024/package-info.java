/** The course chat of 2024 and 2025 ({@code wire.md} section 1). */
@NullMarked
package lanline.core.dialect.course2024;

import org.jspecify.annotations.NullMarked;
