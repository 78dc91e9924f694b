/**
 * Floor 8: acting on a segment or a score: campaigns, coupons, experiments.
 *
 * <p>Nothing is here yet, and no menu entry pretends otherwise. What this stage will promise:
 * nobody who refused marketing is addressed, by construction ({@link
 * insight.privacy.Purpose#MARKETING}); every campaign keeps a group that gets nothing, so that its
 * effect is known; a coupon never depends on who somebody is in a way that the fairness audit does
 * not see. Tables: {@code en_}, none yet. Events: none yet.
 */
@NullMarked
package insight.engage;

import org.jspecify.annotations.NullMarked;
