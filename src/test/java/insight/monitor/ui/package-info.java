/** Holds what monitor says to people. */
@NullMarked
package insight.monitor.ui;

import org.jspecify.annotations.NullMarked;
