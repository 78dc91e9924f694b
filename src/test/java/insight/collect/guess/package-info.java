/** Guesses on real files and on names in six languages. */
@NullMarked
package insight.collect.guess;

import org.jspecify.annotations.NullMarked;
