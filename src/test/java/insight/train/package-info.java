/** Holds train's rules: what may be asked, what goes live, what is said. */
@NullMarked
package insight.train;

import org.jspecify.annotations.NullMarked;
