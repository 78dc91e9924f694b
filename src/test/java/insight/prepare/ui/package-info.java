/** Tests of prepare.ui. */
@NullMarked
package insight.prepare.ui;

import org.jspecify.annotations.NullMarked;
