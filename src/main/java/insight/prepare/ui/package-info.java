/** Prepare's pages: data quality with its cleaning rules, snapshots. */
@NullMarked
package insight.prepare.ui;

import org.jspecify.annotations.NullMarked;
