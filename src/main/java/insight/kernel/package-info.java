/** Words everybody uses: pure values without a framework, valid at birth. */
@NullMarked
package insight.kernel;

import org.jspecify.annotations.NullMarked;
