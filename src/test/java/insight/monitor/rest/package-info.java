/** Holds what the API takes and answers. */
@NullMarked
package insight.monitor.rest;

import org.jspecify.annotations.NullMarked;
