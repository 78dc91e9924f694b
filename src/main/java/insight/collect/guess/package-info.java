/**
 * What the columns of a file probably hold, guessed from their names (English, Chinese, German,
 * French, Spanish, Portuguese) and from the values of its first records. A guess is a proposal with
 * its reasons, never a decision: people see both before anything is read. Pure functions of a
 * {@link insight.collect.Preview}; no tables, no events.
 */
@NullMarked
package insight.collect.guess;

import org.jspecify.annotations.NullMarked;
