/**
 * Floor 7: scores about what comes next, with reasons and bands: who will leave, who is about to
 * buy, how much of what will be sold.
 *
 * <p>Nothing is predicted yet. The addresses of the contract exist ({@code insight.predict.rest})
 * and answer that a later version will serve them; no page and no menu entry pretends otherwise.
 * What this stage will promise: a score names its reasons and its uncertainty, is measured on time
 * it has not seen, and respects a refusal of personalisation. Tables: {@code pd_}, none yet.
 * Events: none yet.
 */
@NullMarked
package insight.predict;

import org.jspecify.annotations.NullMarked;
