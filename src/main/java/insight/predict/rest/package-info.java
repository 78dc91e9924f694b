/** The contract's addresses for predictions; they answer 501 until there are some. */
@NullMarked
package insight.predict.rest;

import org.jspecify.annotations.NullMarked;
