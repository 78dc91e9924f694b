/** The long tests of {@code ./insight soak}. */
@NullMarked
package insight.soak;

import org.jspecify.annotations.NullMarked;
