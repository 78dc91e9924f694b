/** Collect's pages: data sources, uploads, imports. */
@NullMarked
package insight.collect.ui;

import org.jspecify.annotations.NullMarked;
