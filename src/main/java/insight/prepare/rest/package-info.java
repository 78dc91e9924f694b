/** Prepare over HTTP: the feature catalogue and snapshots. */
@NullMarked
package insight.prepare.rest;

import org.jspecify.annotations.NullMarked;
