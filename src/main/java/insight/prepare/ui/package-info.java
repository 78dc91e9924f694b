/**
 * Prepare's pages: data quality with its cleaning rules, the feature catalogue, snapshots and what
 * changed between them.
 */
@NullMarked
package insight.prepare.ui;

import org.jspecify.annotations.NullMarked;
