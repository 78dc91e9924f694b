/** Segments and customers over HTTP. */
@NullMarked
package insight.segment.rest;

import org.jspecify.annotations.NullMarked;
