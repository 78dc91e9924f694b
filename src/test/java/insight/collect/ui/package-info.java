/** Tests of collect's pages. */
@NullMarked
package insight.collect.ui;

import org.jspecify.annotations.NullMarked;
