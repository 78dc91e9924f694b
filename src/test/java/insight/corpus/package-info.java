/**
 * Bad input, made from a seed: messages, rows and bodies as real senders and attackers send them,
 * each with what must become of it.
 */
@NullMarked
package insight.corpus;

import org.jspecify.annotations.NullMarked;
