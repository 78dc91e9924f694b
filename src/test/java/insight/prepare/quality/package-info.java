/** Tests of prepare.quality. */
@NullMarked
package insight.prepare.quality;

import org.jspecify.annotations.NullMarked;
