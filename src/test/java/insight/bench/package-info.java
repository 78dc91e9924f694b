/**
 * The benchmarks of {@code ./insight bench}: each prints a ratio against a peer or limit measured
 * in the same run.
 */
@NullMarked
package insight.bench;

import org.jspecify.annotations.NullMarked;
