/** Holds what train's pages say. */
@NullMarked
package insight.train.ui;

import org.jspecify.annotations.NullMarked;
