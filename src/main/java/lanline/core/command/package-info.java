/** What a person may type: one table of commands for all three front ends. */
@NullMarked
package lanline.core.command;

import org.jspecify.annotations.NullMarked;
