/**
 * The device under the window: the tty and its line discipline, keys out of bytes, and a Lanterna screen that writes
 * only what changed. Nothing here knows what a chat is.
 */
@NullMarked
package lanline.edge.terminal.tty;

import org.jspecify.annotations.NullMarked;
