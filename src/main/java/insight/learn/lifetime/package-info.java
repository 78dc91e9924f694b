/**
 * Customers' lifetimes: how often a customer will buy again, and whether one is still there, from
 * the dates of the purchases alone. Few parameters, no features: the yardstick for models that know
 * more.
 */
@NullMarked
package insight.learn.lifetime;

import org.jspecify.annotations.NullMarked;
