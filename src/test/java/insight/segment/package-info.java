/** Tests of segments and of the customer's page. */
@NullMarked
package insight.segment;

import org.jspecify.annotations.NullMarked;
