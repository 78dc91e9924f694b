/** Tests inside the running server, and tests of the whole product from outside. */
@NullMarked
package insight.it;

import org.jspecify.annotations.NullMarked;
