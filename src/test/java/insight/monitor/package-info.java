/** Holds what monitor computes and decides. */
@NullMarked
package insight.monitor;

import org.jspecify.annotations.NullMarked;
