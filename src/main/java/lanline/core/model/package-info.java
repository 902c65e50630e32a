/**
 * The immutable words that all of Lanline is written in.
 *
 * <p>Records that are keys of tables, or compared at each event or frame, here and in {@code core.screen} and
 * {@code edge.terminal.view}, have an {@code equals} and {@code hashCode} of their own: those of the language are put together from
 * method handles at their first use, which costs 2 to 5 ms for each such record of a start and of the first message.
 */
@NullMarked
package lanline.core.model;

import org.jspecify.annotations.NullMarked;
