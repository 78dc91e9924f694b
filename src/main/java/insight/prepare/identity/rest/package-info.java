/** Merges through the API. */
@NullMarked
package insight.prepare.identity.rest;

import org.jspecify.annotations.NullMarked;
