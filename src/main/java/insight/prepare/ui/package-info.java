/** Prepare's pages: snapshots. */
@NullMarked
package insight.prepare.ui;

import org.jspecify.annotations.NullMarked;
