/**
 * Collect's pages: data sources, the wizard for a new one, imports with their undoing, mending
 * rejected lines.
 */
@NullMarked
package insight.collect.ui;

import org.jspecify.annotations.NullMarked;
