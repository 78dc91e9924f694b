/** Collect's HTTP doors: sources and imports, and the tracking endpoints. */
@NullMarked
package insight.collect.rest;

import org.jspecify.annotations.NullMarked;
