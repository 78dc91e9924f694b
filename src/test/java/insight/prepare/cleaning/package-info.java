/** Tests of cleaning rules. */
@NullMarked
package insight.prepare.cleaning;

import org.jspecify.annotations.NullMarked;
