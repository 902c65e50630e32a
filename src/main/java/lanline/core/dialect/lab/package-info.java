/** The binary lab program, a shared room on the ports of 2019 ({@code wire.md} section 2, last point). */
@NullMarked
package lanline.core.dialect.lab;

import org.jspecify.annotations.NullMarked;
