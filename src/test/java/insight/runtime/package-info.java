/** Tests of the floor everything stands on. */
@NullMarked
package insight.runtime;

import org.jspecify.annotations.NullMarked;
