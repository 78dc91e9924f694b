/**
 * Floor 7: what to show whom, why, and how good that was.
 *
 * <p>Promises: a list is personal only when a {@link insight.privacy.Grant} for personalisation
 * lets the person's purchases be read; whoever refused personalisation, is unknown or has bought
 * nothing yet gets what sells best, and the answer says so ({@link insight.recommend.Fallback}).
 * Every personal place names the own products that led to it, with the counts behind them. What the
 * person bought a second ago counts; what somebody marked as «not for this customer» stays out. The
 * quality shown is that of the live model on purchases it was not fitted to, with intervals and
 * beside what sells best.
 *
 * <p>Words: a <em>profile</em> is what a person bought; a <em>because</em> is a product of the
 * profile that speaks for a recommended one; the <em>charges</em> of an order (postage, fees) are
 * no products ({@link insight.recommend.Charges}).
 *
 * <p>Tables: none of its own; models lie in {@code tr_model_file}, profiles and thumbs in {@code
 * co_event}. Events: none. Contributes the task {@code rank-products} to train and a panel to the
 * customer page. Thumbs go out through {@link insight.recommend.FeedbackSink}, which a higher floor
 * implements.
 */
@NullMarked
package insight.recommend;

import org.jspecify.annotations.NullMarked;
