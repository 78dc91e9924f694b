/** Tests of snapshots and features in the running server. */
@NullMarked
package insight.prepare;

import org.jspecify.annotations.NullMarked;
