/** The API's frame: tokens and scopes, problem answers, and the resources of this floor. */
@NullMarked
package insight.runtime.rest;

import org.jspecify.annotations.NullMarked;
