/** The contract's address for recommendations. */
@NullMarked
package insight.recommend.rest;

import org.jspecify.annotations.NullMarked;
