/** Sockets and interfaces: brings what the network does to the bus, and does what the core asks of the network. */
@NullMarked
package lanline.edge.net;

import org.jspecify.annotations.NullMarked;
