/**
 * Collect's HTTP doors: sources, their life and origins; imports, rejects and reversals; tracking,
 * the browser script and the demo shop's pages.
 */
@NullMarked
package insight.collect.rest;

import org.jspecify.annotations.NullMarked;
