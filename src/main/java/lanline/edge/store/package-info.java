/** The history on disk: SQLite, the readable log beside it, exports. Only home of java.sql. */
@NullMarked
package lanline.edge.store;

import org.jspecify.annotations.NullMarked;
