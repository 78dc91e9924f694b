/**
 * Floor 7: scores about what comes next, with reasons and bands: who will leave; later who is about
 * to buy, and how much of what will be sold.
 *
 * <p>Promises: what is foretold is defined in words beside every figure ({@link
 * insight.predict.ChurnDefinition}); a model is measured on a cut-off that it was not fitted to,
 * beside a logistic reference and the live version; a score names its reasons, its model and what
 * it knows; whoever refused to be profiled is not scored. Intent and demand answer that a later
 * version will serve them. Tables: {@code pd_}. Events: none.
 */
@NullMarked
package insight.predict;

import org.jspecify.annotations.NullMarked;
