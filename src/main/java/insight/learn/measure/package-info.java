/**
 * How good a model is, measured without favour: on data it has not seen, with intervals, and for
 * pairs of models over the same customers. Each measure gives its paper and formula.
 */
@NullMarked
package insight.learn.measure;

import org.jspecify.annotations.NullMarked;
